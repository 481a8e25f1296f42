import { Trans, useLingui } from "@lingui/react/macro";
import { Cloud, KeyRound, Pencil, ShieldAlert, Smartphone, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/ui/button.tsx";
import { Chip } from "@/ui/chip.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./account.module.css";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { FactRow } from "./fact-row.tsx";
import { removePasskey } from "./passkey-commands.ts";
import { RenamePasskeyDialog } from "./passkey-dialogs.tsx";
import type { Passkey } from "./queries.ts";
import { useMoment } from "./use-moment.ts";

interface PasskeyItemProps {
  readonly passkey: Passkey;
  readonly is_only: boolean;
  readonly onChange: () => void;
}

/** One passkey: its name, its use, whether it outlives its device; renamed and removed. */
export function PasskeyItem({ passkey, is_only, onChange }: PasskeyItemProps) {
  const { t } = useLingui();
  const { day, moment } = useMoment();
  const [open, setOpen] = useState<"rename" | "remove" | null>(null);
  const { id, nickname, created_at, last_used_at, backup_state, clone_suspected_at } = passkey;
  const close = () => setOpen(null);
  const done = (said: string) => {
    close();
    showToast(said);
    onChange();
  };
  return (
    <li className={styles.item}>
      <span className={styles.itemIcon} aria-hidden="true">
        <KeyRound size={20} />
      </span>
      <div className={styles.itemBody}>
        <p className={styles.itemTitle}>{nickname}</p>
        <FactRow
          facts={[t`Added: ${day(created_at)}`, last_used_at === null ? t`Not used yet` : t`Last used: ${moment(last_used_at)}`]}
        />
        {backup_state ? (
          <Chip tone="accent" icon={<Cloud size={14} aria-hidden="true" />}>{t`Synchronised`}</Chip>
        ) : (
          <Chip icon={<Smartphone size={14} aria-hidden="true" />}>{t`On its device only`}</Chip>
        )}
        {clone_suspected_at !== null && (
          <Chip tone="danger" icon={<ShieldAlert size={14} aria-hidden="true" />}>{t`Perhaps copied`}</Chip>
        )}
      </div>
      <div className={styles.itemSide}>
        <IconButton
          label={t`Rename ${nickname}`}
          icon={<Pencil size={20} aria-hidden="true" />}
          onClick={() => setOpen("rename")}
        />
        <IconButton
          label={t`Remove ${nickname}`}
          icon={<Trash2 size={20} aria-hidden="true" />}
          onClick={() => setOpen("remove")}
        />
      </div>
      {open === "rename" && <RenamePasskeyDialog passkey={passkey} onClose={close} onDone={() => done(t`Renamed`)} />}
      {open === "remove" && (
        <ConfirmDialog
          title={t`Remove “${nickname}”?`}
          confirm={t`Remove`}
          onConfirm={() => removePasskey(id)}
          onDone={() => done(t`Passkey removed`)}
          onClose={close}
        >
          <p>
            <Trans>
              Nobody can sign in with it any more. Devices that it has signed in stay signed in until you sign them out.
            </Trans>
          </p>
          {is_only && (
            <p>
              <Trans>It is your last one: after that you sign in by mail.</Trans>
            </p>
          )}
        </ConfirmDialog>
      )}
    </li>
  );
}
