import { Trans, useLingui } from "@lingui/react/macro";
import { KeyRound } from "lucide-react";
import { useEffect, useState } from "react";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import styles from "./auth-frame.module.css";

/** What the browser offers in the e-mail field is made anew this often: the server's challenge lives five minutes [ms]. */
const OFFER_AGAIN_AFTER_MS = 240_000;

// The ceremonies come after the page is painted.
const load = () => Promise.all([import("./passkey-sign-in.ts"), import("./passkeys.ts")]);

/** Whether this browser knows passkeys at all; pages without TLS have none either. */
export const knowsPasskeys = () => "PublicKeyCredential" in globalThis;

/** The passkey way in: a button, and an offer in any field with `autocomplete="webauthn"` that the page shows. */
export function PasskeyButton() {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const [is_possible, setPossible] = useState(true);
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (busy || !is_possible) return;
    let gone = false;
    const offer = async () => {
      const [{ signInWithPasskey }] = await load();
      if (gone) return;
      const outcome = await signInWithPasskey({ autofill: true });
      if (gone || outcome.ok) return;
      // Passkeys belong to one host name. Opened by another one, the page does without them.
      if (outcome.error.code === "passkeys.wrong_host") setPossible(false);
      // Nobody has asked for anything yet: only what became of a passkey that was picked is told.
      else if (outcome.error.code.startsWith("passkeys.")) setError(errorMessage(outcome.error));
      if (outcome.error.status === 400) setRound(round + 1);
    };
    void offer();
    const timer = setTimeout(() => setRound(round + 1), OFFER_AGAIN_AFTER_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
      void load().then(([, { stopAsking }]) => stopAsking());
    };
  }, [busy, is_possible, round]);

  const signIn = async () => {
    setBusy(true);
    setError(undefined);
    const [{ signInWithPasskey }] = await load();
    const outcome = await signInWithPasskey({ autofill: false });
    setBusy(false);
    if (!outcome.ok) setError(errorMessage(outcome.error));
  };
  if (!is_possible) return null;
  return (
    <div className={styles.form}>
      <Button
        variant="primary"
        size="large"
        wide
        icon={<KeyRound size={20} aria-hidden="true" />}
        busy={busy}
        onClick={() => void signIn()}
      >
        {t`Sign in with a passkey`}
      </Button>
      <p role="alert" className={styles.error}>
        {error}
      </p>
      <p className={styles.or}>
        <Trans>or by mail</Trans>
      </p>
    </div>
  );
}
