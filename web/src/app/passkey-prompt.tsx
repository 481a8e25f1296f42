import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { useLive } from "@/db/use-live.ts";
import { wantsPasskey } from "@/features/auth/wants-passkey.ts";
import { useProfile } from "@/features/auth/profile.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import styles from "./passkey-prompt.module.css";

const ASKED = "passkey_asked";

/** Once, to who signed in by mail on a device that could keep a passkey: the next sign-in can be a touch. */
export function PasskeyPrompt() {
  const { t } = useLingui();
  const welcomed = useProfile()?.welcomed === true;
  const asked = useLive((db) => db.state.get(ASKED).then(Boolean), []);
  const mark = useLive((db) => () => db.state.put({ key: ASKED, value: true }), []);
  const [wanted, setWanted] = useState(false);
  const due = welcomed && asked === false;
  useEffect(() => {
    if (due) void wantsPasskey().then(setWanted);
  }, [due]);
  if (!due || !wanted || !mark) return null;
  return (
    <section className={styles.prompt} aria-label={t`Passkey`}>
      <p className={styles.text}>
        <Trans>Next time without a mail: this device can keep a passkey for you.</Trans>
      </p>
      <div className={styles.actions}>
        <Button variant="quiet" onClick={() => void mark()}>
          {t`Not now`}
        </Button>
        <ButtonLink href="/settings/security" onClick={() => void mark()}>
          {t`Add a passkey`}
        </ButtonLink>
      </div>
    </section>
  );
}
