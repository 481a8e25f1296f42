import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Redirect } from "wouter";
import { AuthFrame } from "@/features/auth/auth-frame.tsx";
import { useSession } from "@/features/auth/session.ts";
import { safeNext } from "@/features/auth/sign-in.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { ButtonLink } from "@/ui/button.tsx";
import "./error-texts.ts";

/**
 * Where the OpenID issuer leads back to. Who has signed in was asked before anything is shown
 * (`restoreSession`): it need not be whose data is on this device.
 */
export function OidcArrivalPage() {
  const { t } = useLingui();
  const session = useSession();
  const [said] = useState(() => new URLSearchParams(location.hash.slice(1)));
  const next = safeNext(said.get("next"));
  const code = said.get("error");
  if (code === null && session.status === "signed_in") return <Redirect to={next} replace />;
  return (
    <AuthFrame
      title={t`You could not be signed in`}
      intro={errorMessage({ code: code ?? "network.unreachable", detail: t`Something went wrong. Try again.` })}
    >
      <ButtonLink
        href={next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`}
        variant="primary"
        size="large"
        wide
      >
        <Trans>Back to signing in</Trans>
      </ButtonLink>
    </AuthFrame>
  );
}
