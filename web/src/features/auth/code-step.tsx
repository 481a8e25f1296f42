import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState, type SyntheticEvent } from "react";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import { AuthForm } from "./auth-frame.tsx";
import styles from "./auth-frame.module.css";
import { CODE_LENGTH, CodeInput } from "./code-input.tsx";
import { startSignIn, verifySignIn } from "./sign-in.ts";

const RESEND_AFTER_S = 30;

interface CodeStepProps {
  readonly email: string;
  readonly delivery: "mail" | "console";
  readonly onBack: () => void;
}

/** Typing the code works everywhere a link does: an installed app has its own storage. */
export function CodeStep({ email, delivery, onBack }: CodeStepProps) {
  const { t } = useLingui();
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();

  const verify = async (typed: string) => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    const answer = await verifySignIn({ email: email.trim(), code: typed });
    setBusy(false);
    // Once signed in, the page above leads on by itself.
    if (answer.ok) return;
    setError(errorMessage(answer.error));
    setCode("");
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (code.length === CODE_LENGTH) await verify(code);
    else setError(t`The code has six digits.`);
  };
  return (
    <AuthForm onSubmit={submit}>
      <p>
        {delivery === "mail" ? (
          <Trans>
            We sent a link and a code to <strong>{email}</strong>. Open the link, or type the code here.
          </Trans>
        ) : (
          <Trans>
            A link and a code for <strong>{email}</strong> are printed where the server runs. Open the link, or type the code here.
          </Trans>
        )}
      </p>
      <CodeInput
        label={t`Six-digit code`}
        value={code}
        error={error}
        disabled={busy}
        onValue={(typed) => {
          setCode(typed);
          if (typed.length === CODE_LENGTH) void verify(typed);
        }}
      />
      <Button type="submit" variant="primary" size="large" wide busy={busy}>
        {t`Sign in`}
      </Button>
      <Resend email={email} />
      <Button variant="quiet" onClick={onBack}>
        {t`Use another address`}
      </Button>
    </AuthForm>
  );
}

function Resend({ email }: { readonly email: string }) {
  const { t } = useLingui();
  const [wait_s, setWait] = useState(RESEND_AFTER_S);
  const [note, setNote] = useState("");
  useEffect(() => {
    if (wait_s <= 0) return;
    const timer = setTimeout(() => setWait(wait_s - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait_s]);
  const resend = async () => {
    const answer = await startSignIn(email.trim());
    setNote(answer.ok ? t`Sent again. Only the newest code is valid.` : errorMessage(answer.error));
    setWait(RESEND_AFTER_S);
  };
  return (
    <>
      <Button disabled={wait_s > 0} onClick={() => void resend()}>
        {wait_s > 0 ? t`Send again in ${wait_s} s` : t`Send again`}
      </Button>
      <p role="status" className={styles.note}>
        {note}
      </p>
    </>
  );
}
