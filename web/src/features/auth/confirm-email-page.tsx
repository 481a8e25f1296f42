import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type SyntheticEvent } from "react";
import type { ApiError } from "@/api/problem.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import type { Result } from "@/lib/result.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { AuthForm, AuthFrame } from "./auth-frame.tsx";
import { confirmEmail } from "./confirm-email.ts";
import { linkToken } from "./link-token.ts";

/** Where the links of a change of address land, in either mailbox. Opening them spends nothing. */
export function ConfirmEmailPage() {
  const { t } = useLingui();
  const [token] = useState(linkToken);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Result<"moved" | "waiting", ApiError> | null>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || token === null) return;
    setBusy(true);
    setOutcome(await confirmEmail(token));
    setBusy(false);
  };
  const is_over = outcome !== null && (outcome.ok || outcome.error.status === 400 || outcome.error.status === 409);
  if (token !== null && !is_over) {
    return (
      <AuthFrame
        title={t`Confirm this address`}
        intro={
          <Trans>
            A FitFolio account is moving to another address. Both addresses have to confirm; here you confirm for this one.
          </Trans>
        }
      >
        <AuthForm onSubmit={submit}>
          <Button type="submit" variant="primary" size="large" wide busy={busy}>
            {t`Confirm`}
          </Button>
          {outcome && !outcome.ok && <p role="alert">{errorMessage(outcome.error)}</p>}
        </AuthForm>
      </AuthFrame>
    );
  }
  return (
    <Outcome outcome={outcome}>
      <ButtonLink href="/" variant="primary" size="large" wide>
        {t`Go to FitFolio`}
      </ButtonLink>
    </Outcome>
  );
}

interface OutcomeProps {
  readonly outcome: Result<"moved" | "waiting", ApiError> | null;
  readonly children: React.ReactNode;
}

function Outcome({ outcome, children }: OutcomeProps) {
  const { t } = useLingui();
  if (!outcome?.ok) {
    const why = outcome ? errorMessage(outcome.error) : t`It is incomplete.`;
    return (
      <AuthFrame title={t`This link does not work`} intro={<Trans>{why} The change can be started anew in the settings.</Trans>}>
        {children}
      </AuthFrame>
    );
  }
  if (outcome.value === "moved") {
    return (
      <AuthFrame
        title={t`The account has moved`}
        intro={<Trans>From now on, sign in with the new address. Devices that are signed in stay so.</Trans>}
      >
        {children}
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title={t`Confirmed`}
      intro={<Trans>Now the other address: open the link in its mail. The account moves as soon as both have confirmed.</Trans>}
    >
      {children}
    </AuthFrame>
  );
}
