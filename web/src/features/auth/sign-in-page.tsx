import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { Redirect, useSearchParams } from "wouter";
import { AuthFrame } from "./auth-frame.tsx";
import { useSession } from "./session.ts";
import { SignInSteps } from "./sign-in-steps.tsx";
import { safeNext } from "./sign-in.ts";
import { useSignIn } from "./use-sign-in.ts";

export function SignInPage() {
  const { t } = useLingui();
  const [search] = useSearchParams();
  const session = useSession();
  const state = useSignIn();
  const { config, started } = state;
  useEffect(() => {
    document.title = "FitFolio";
  }, []);
  const next = safeNext(search.get("next"));
  if (session.status === "signed_in") return <Redirect to={next} replace />;
  if (started) {
    return (
      <AuthFrame title={started.delivery === "mail" ? t`Check your mail` : t`Look at the server`}>
        <SignInSteps state={state} next={next} />
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
          <Trans>No password: a passkey, or a link and a code that are sent to your address.</Trans>
        )
      }
    >
      <SignInSteps state={state} next={next} />
    </AuthFrame>
  );
}
