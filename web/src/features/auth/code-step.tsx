import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@/ui/button.tsx";
import { CodeForm } from "./code-form.tsx";
import { startSignIn, verifySignIn } from "./sign-in.ts";

interface CodeStepProps {
  readonly email: string;
  readonly delivery: "mail" | "console";
  readonly onBack: () => void;
}

/** Typing the code works everywhere a link does: an installed app has its own storage. */
export function CodeStep({ email, delivery, onBack }: CodeStepProps) {
  const { t } = useLingui();
  return (
    <CodeForm
      intro={
        delivery === "mail" ? (
          <Trans>
            We sent a link and a code to <strong>{email}</strong>. Open the link, or type the code here.
          </Trans>
        ) : (
          <Trans>
            A link and a code for <strong>{email}</strong> are printed where the server runs. Open the link, or type the code here.
          </Trans>
        )
      }
      submit_label={t`Sign in`}
      // Once signed in, the page around leads on by itself.
      onCode={(code) => verifySignIn({ email: email.trim(), code })}
      onResend={() => startSignIn(email.trim())}
    >
      <Button variant="quiet" onClick={onBack}>
        {t`Use another address`}
      </Button>
    </CodeForm>
  );
}
