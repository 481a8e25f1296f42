import { Trans, useLingui } from "@lingui/react/macro";
import { Smartphone, Terminal } from "lucide-react";
import { lazy, Suspense, useState, type SyntheticEvent } from "react";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import { TextField } from "@/ui/field.tsx";
import { Notice } from "@/ui/states.tsx";
import { AuthForm } from "./auth-frame.tsx";
import { CodeStep } from "./code-step.tsx";
import { knowsPasskeys, PasskeyButton } from "./passkey-button.tsx";
import { startSignIn } from "./sign-in.ts";
import type { SignInState } from "./use-sign-in.ts";

// Most servers have no issuer: those who do wait for the button.
const OidcButton = lazy(async () => ({ default: (await import("./oidc-button.tsx")).OidcButton }));

interface SignInStepsProps {
  readonly state: SignInState;
  /** Where in the app to go on, for ways that lead through other pages. */
  readonly next: string;
}

/** Passkey first, e-mail second; then the code that was sent. */
export function SignInSteps({ state, next }: SignInStepsProps) {
  const { config, owner, email, started, setStarted } = state;
  if (started) return <CodeStep email={email} delivery={started.delivery} onBack={() => setStarted(null)} />;
  // On a new server nobody has a passkey yet.
  const has_passkeys = config !== null && config.passkeys && !config.first_account && knowsPasskeys();
  return (
    <>
      {owner && (
        <Notice tone="plain" icon={<Smartphone size={20} />}>
          <p>
            <Trans>
              Everything of <strong>{owner.display_name || owner.email}</strong> is still on this device, also what was not sent
              yet. Whoever else signs in here does not touch it.
            </Trans>
          </p>
        </Notice>
      )}
      {has_passkeys && <PasskeyButton />}
      <EmailStep state={state} is_main={!has_passkeys} />
      {typeof config?.oidc_name === "string" && (
        <Suspense>
          <OidcButton name={config.oidc_name} next={next} />
        </Suspense>
      )}
      {config?.delivery === "console" && (
        <Notice tone="plain" icon={<Terminal size={20} />}>
          <Trans>This server sends no mail. Link and code are printed where it runs: in its terminal or container log.</Trans>
        </Notice>
      )}
    </>
  );
}

interface EmailStepProps {
  readonly state: SignInState;
  /** Whether there is no other way above it. */
  readonly is_main: boolean;
}

function EmailStep({ state: { email, setEmail, setStarted }, is_main }: EmailStepProps) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    const answer = await startSignIn(email.trim());
    setBusy(false);
    if (answer.ok) setStarted(answer.value);
    else setError(answer.error.status === 422 ? t`This does not look like an e-mail address.` : errorMessage(answer.error));
  };
  return (
    <AuthForm onSubmit={submit}>
      <TextField
        label={t`E-mail address`}
        type="email"
        name="email"
        // The browser offers passkeys here as well.
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
        enterKeyHint="go"
        required
        value={email}
        error={error}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Button type="submit" variant={is_main ? "primary" : "secondary"} size="large" wide busy={busy}>
        {t`Continue`}
      </Button>
    </AuthForm>
  );
}
