import { Trans, useLingui } from "@lingui/react/macro";
import { KeySquare } from "lucide-react";
import { useState } from "react";
import { nowMs } from "@/lib/clock.ts";
import { Button } from "@/ui/button.tsx";
import { Chip, ChipRow } from "@/ui/chip.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import { revokeToken } from "./commands.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { FactRow } from "./fact-row.tsx";
import type { Token } from "./queries.ts";
import { isEnded, type Scope } from "./token-terms.ts";
import { useMoment } from "./use-moment.ts";

interface TokenItemProps {
  readonly token: Token;
  readonly onChange: () => void;
}

/** One token: what it may do, until when, when and from where it was used last, and its end. */
export function TokenItem({ token, onChange }: TokenItemProps) {
  const { t } = useLingui();
  const { day, moment } = useMoment();
  const [asking, setAsking] = useState(false);
  const { name, hint, scopes, created_at, expires_at, last_used_at, last_ip } = token;
  const words: Readonly<Record<Scope, string>> = { read: t`Read`, write: t`Write`, admin: t`Administrate` };
  const ended = isEnded(token, nowMs());
  const used = last_used_at === null ? t`Not used yet` : t`Last used: ${moment(last_used_at)}`;
  return (
    <li className={styles.item}>
      <span className={styles.itemIcon} aria-hidden="true">
        <KeySquare size={20} />
      </span>
      <div className={styles.itemBody}>
        <p className={styles.itemTitle}>{name}</p>
        <ChipRow>
          {ended && <Chip tone="warn">{t`Ended`}</Chip>}
          {scopes.map((scope) => (
            <Chip key={scope} tone={scope === "admin" ? "warn" : "plain"}>
              {words[scope]}
            </Chip>
          ))}
        </ChipRow>
        <FactRow facts={[used, last_used_at !== null && last_ip]} />
        <FactRow
          facts={[
            `${hint}…`,
            t`Made: ${day(created_at)}`,
            expires_at === null ? t`Until you revoke it` : t`Until ${day(expires_at)}`,
          ]}
        />
        <Button variant="danger" aria-label={t`Revoke ${name}`} onClick={() => setAsking(true)}>
          {t`Revoke`}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={t`Revoke “${name}”?`}
          confirm={t`Revoke`}
          onConfirm={() => revokeToken(token.id)}
          onDone={() => {
            setAsking(false);
            showToast(t`Token revoked`);
            onChange();
          }}
          onClose={() => setAsking(false)}
        >
          <p>
            <Trans>Whatever uses it stops working at once, for good. A new token can take its place.</Trans>
          </p>
        </ConfirmDialog>
      )}
    </li>
  );
}
