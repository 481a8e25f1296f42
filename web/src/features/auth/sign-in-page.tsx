import { Trans, useLingui } from "@lingui/react/macro";
import { Terminal } from "lucide-react";
import { lazy, Suspense, useEffect, useState, type SyntheticEvent } from "react";
import { Redirect, useSearchParams } from "wouter";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import { TextField } from "@/ui/field.tsx";
import { Notice } from "@/ui/states.tsx";
import { AuthForm, AuthFrame } from "./auth-frame.tsx";
import { CodeStep } from "./code-step.tsx";
import { useProfile } from "./profile.ts";
import { useSession } from "./session.ts";
import { getSignInConfig, safeNext, startSignIn, type SignInConfig, type SignInStarted } from "./sign-in.ts";

// Most servers have no issuer: those who do wait for the button.
const OidcButton = lazy(async () => ({ default: (await import("./oidc-button.tsx")).OidcButton }));

/** One field; then the code that was sent. */
export function SignInPage() {
  const { t } = useLingui();
  const [search] = useSearchParams();
  const [config, setConfig] = useState<SignInConfig | null>(null);
  const session = useSession();
  const profile = useProfile();
  const [typed, setTyped] = useState<string | null>(null);
  const [started, setStarted] = useState<SignInStarted | null>(null);
  // Whose session has expired is known: their data is on this device.
  const email = typed ?? (session.status === "expired" ? (profile?.email ?? "") : "");

  useEffect(() => {
    document.title = "FitFolio";
    void getSignInConfig().then((answer) => {
      if (answer.ok) setConfig(answer.value);
    });
  }, []);

  if (session.status === "signed_in") return <Redirect to={safeNext(search.get("next"))} replace />;
  if (started) {
    return (
      <AuthFrame title={started.delivery === "mail" ? t`Check your mail` : t`Look at the server`}>
        <CodeStep email={email} delivery={started.delivery} onBack={() => setStarted(null)} />
      </AuthFrame>
    );
  }
  return (
    <AuthFrame
      title={config?.first_account ? t`Set up FitFolio` : t`Sign in`}
      intro={
        config?.first_account ? (
          <Trans>The first account becomes the administrator of this server.</Trans>
        ) : (
          <Trans>No password: a link and a code are sent to your address.</Trans>
        )
      }
    >
      <EmailStep email={email} onEmail={setTyped} onStarted={setStarted} />
      {typeof config?.oidc_name === "string" && (
        <Suspense>
          <OidcButton name={config.oidc_name} next={safeNext(search.get("next"))} />
        </Suspense>
      )}
      {config?.delivery === "console" && (
        <Notice tone="plain" icon={<Terminal size={20} />}>
          <Trans>This server sends no mail. Link and code are printed where it runs: in its terminal or container log.</Trans>
        </Notice>
      )}
    </AuthFrame>
  );
}

interface EmailStepProps {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onStarted: (started: SignInStarted) => void;
}

function EmailStep({ email, onEmail, onStarted }: EmailStepProps) {
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
    if (answer.ok) onStarted(answer.value);
    else setError(answer.error.status === 422 ? t`This does not look like an e-mail address.` : errorMessage(answer.error));
  };
  return (
    <AuthForm onSubmit={submit}>
      <TextField
        label={t`E-mail address`}
        type="email"
        name="email"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
        enterKeyHint="go"
        required
        value={email}
        error={error}
        onChange={(event) => onEmail(event.target.value)}
      />
      <Button type="submit" variant="primary" size="large" wide busy={busy}>
        {t`Continue`}
      </Button>
    </AuthForm>
  );
}
