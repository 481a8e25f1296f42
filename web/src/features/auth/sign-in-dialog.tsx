import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation } from "wouter";
import { Dialog } from "@/ui/dialog.tsx";
import { SignInSteps } from "./sign-in-steps.tsx";
import { useSignIn } from "./use-sign-in.ts";

/** Signing in again over the page that is open: nothing that was typed there is lost. */
export function SignInDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const [path] = useLocation();
  const state = useSignIn();
  return (
    <Dialog open title={t`Sign in again`} onClose={onClose}>
      {!state.started && (
        <p>
          <Trans>You were signed out. What you were doing here stays as it is.</Trans>
        </p>
      )}
      <SignInSteps state={state} next={path} />
    </Dialog>
  );
}
