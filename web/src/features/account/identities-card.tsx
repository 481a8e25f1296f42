import { Trans, useLingui } from "@lingui/react/macro";
import { IdCard, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { FactRow } from "./fact-row.tsx";
import { unlinkIdentity, useIdentities, type Identity } from "./queries.ts";
import { useMoment } from "./use-moment.ts";

/** Who at the host's sign-in service enters this account. Most have nobody there and see nothing of it. */
export function IdentitiesCard() {
  const { t } = useLingui();
  const identities = useIdentities();
  if (identities.status !== "ready" || identities.data.identities.length === 0) return null;
  return (
    <Card title={t`Sign-in service`}>
      <ul className={styles.items}>
        {identities.data.identities.map((identity) => (
          <IdentityItem key={identity.id} identity={identity} onChange={identities.refresh} />
        ))}
      </ul>
    </Card>
  );
}

function IdentityItem({ identity, onChange }: { readonly identity: Identity; readonly onChange: () => void }) {
  const { t } = useLingui();
  const { day, moment } = useMoment();
  const [asking, setAsking] = useState(false);
  const { id, email, issuer, created_at, last_used_at } = identity;
  const service = URL.canParse(issuer) ? new URL(issuer).host : issuer;
  return (
    <li className={styles.item}>
      <span className={styles.itemIcon} aria-hidden="true">
        <IdCard size={20} />
      </span>
      <div className={styles.itemBody}>
        <p className={styles.itemTitle}>{service}</p>
        <p className={styles.muted}>{email}</p>
        <FactRow
          facts={[t`Added: ${day(created_at)}`, last_used_at === null ? t`Not used yet` : t`Last used: ${moment(last_used_at)}`]}
        />
      </div>
      <div className={styles.itemSide}>
        <IconButton label={t`Remove ${service}`} icon={<Trash2 size={20} aria-hidden="true" />} onClick={() => setAsking(true)} />
      </div>
      {asking && (
        <ConfirmDialog
          title={t`Remove “${service}”?`}
          confirm={t`Remove`}
          onConfirm={() => unlinkIdentity(id)}
          onDone={() => {
            setAsking(false);
            showToast(t`Way to sign in removed`);
            onChange();
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>It enters this account no more, until somebody with your confirmed address signs in there again.</Trans>
          </p>
        </ConfirmDialog>
      )}
    </li>
  );
}
