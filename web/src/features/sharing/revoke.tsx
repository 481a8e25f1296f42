import { Trans, useLingui } from "@lingui/react/macro";
import { Link2Off } from "lucide-react";
import { useState } from "react";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { revokeShare } from "./commands.ts";
import type { Share } from "./queries.ts";
import styles from "./sharing.module.css";

/** Closing a link cannot be undone, so it asks first. */
export function Revoke({ share }: { readonly share: Share }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const revoke = async () => {
    setBusy(true);
    const revoked = await revokeShare(share.id);
    setBusy(false);
    showToast(revoked.ok ? t`Link revoked` : errorMessage(revoked.error), revoked.ok ? {} : { tone: "danger" });
  };
  if (!asking) {
    return (
      <Button variant="quiet" icon={<Link2Off size={18} aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t`Revoke link`}
      </Button>
    );
  }
  return (
    <div className={styles.form} role="group" aria-label={t`Revoke link`}>
      <p>
        <Trans>This link never opens again, for nobody. Copies that people have made stay theirs.</Trans>
      </p>
      <div className={styles.buttons}>
        <Button onClick={() => setAsking(false)}>{t`Keep it`}</Button>
        <Button variant="danger" busy={busy} onClick={() => void revoke()}>
          {t`Revoke for good`}
        </Button>
      </div>
    </div>
  );
}
