import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type SyntheticEvent } from "react";
import { useLocation } from "wouter";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { AuthForm, AuthFrame } from "./auth-frame.tsx";
import { linkToken } from "./link-token.ts";
import { verifySignIn } from "./sign-in.ts";

/**
 * Where the links of sign-in mails and invitations land. The token is spent by a tap only: mail scanners that
 * open every link do not use it up.
 */
export function VerifyPage() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [token] = useState(linkToken);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || token === null) return;
    setBusy(true);
    const answer = await verifySignIn({ token });
    setBusy(false);
    if (answer.ok) navigate("/", { replace: true });
    else setError(errorMessage(answer.error));
  };
  if (token === null || error !== null) {
    return (
      <AuthFrame title={t`This link does not work`} intro={error ?? <Trans>It is incomplete. Ask for a new one.</Trans>}>
        <ButtonLink href="/sign-in" variant="primary" size="large" wide>
          {t`Ask for a new link`}
        </ButtonLink>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={t`Almost there`} intro={<Trans>One tap and you are in.</Trans>}>
      <AuthForm onSubmit={submit}>
        <Button type="submit" variant="primary" size="large" wide busy={busy}>
          {t`Sign in`}
        </Button>
      </AuthForm>
    </AuthFrame>
  );
}
