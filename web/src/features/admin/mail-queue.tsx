import { Plural, useLingui } from "@lingui/react/macro";
import { Check, Clock, X } from "lucide-react";
import { useTask } from "@/features/account/use-task.ts";
import { useWide } from "@/features/workouts/use-wide.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import { Chip } from "@/ui/chip.tsx";
import { Table } from "@/ui/table.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { retryMail } from "./commands.ts";
import { mailWords } from "./mail-words.ts";
import type { Mail } from "./queries.ts";
import { useDayTime } from "./use-day-time.ts";
import styles from "./admin.module.css";

interface MailQueueProps {
  readonly mails: readonly Mail[];
  readonly onRetried: () => void;
}

/** Letters with what becomes of them; what was given up can be tried again. */
export function MailQueue({ mails, onRetried }: MailQueueProps) {
  const { t } = useLingui();
  const wide = useWide();
  const moment = useDayTime();
  if (!wide) {
    return (
      <ul className={styles.letters} aria-label={t`Letters`}>
        {mails.map((mail) => (
          <li key={mail.id} className={styles.letter}>
            <div className={styles.between}>
              <strong className={styles.break}>{mail.recipient}</strong>
              <MailChip mail={mail} />
            </div>
            <p className={styles.muted}>{`${mailWords(mail.kind)} · ${moment(mail.created_at)}`}</p>
            <MailStory mail={mail} onRetried={onRetried} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div className={styles.list}>
      <Table
        caption={t`Letters`}
        rows={mails}
        rowKey={({ id }) => id}
        columns={[
          { key: "at", header: t`When`, cell: ({ created_at }) => <span className={styles.nowrap}>{moment(created_at)}</span> },
          { key: "to", header: t`To`, heading: true, cell: ({ recipient }) => <span className={styles.break}>{recipient}</span> },
          { key: "kind", header: t`What`, cell: ({ kind }) => mailWords(kind) },
          { key: "state", header: t`State`, cell: (mail) => <MailChip mail={mail} /> },
          { key: "story", header: t`What became of it`, cell: (mail) => <MailStory mail={mail} onRetried={onRetried} /> },
        ]}
      />
    </div>
  );
}

function MailChip({ mail: { state } }: { readonly mail: Mail }) {
  const { t } = useLingui();
  if (state === "sent") return <Chip tone="accent" icon={<Check aria-hidden="true" />}>{t`Sent`}</Chip>;
  if (state === "failed") return <Chip tone="danger" icon={<X aria-hidden="true" />}>{t`Given up`}</Chip>;
  return <Chip tone="warn" icon={<Clock aria-hidden="true" />}>{t`Waiting`}</Chip>;
}

function MailStory({ mail, onRetried }: { readonly mail: Mail; readonly onRetried: () => void }) {
  const { t } = useLingui();
  const moment = useDayTime();
  const { id, state, sent_at, next_try_at, attempts, last_error } = mail;
  if (state === "sent") return <span className={styles.small}>{sent_at === null ? "" : t`Handed over ${moment(sent_at)}`}</span>;
  return (
    <div className={styles.story}>
      {state === "waiting" && next_try_at !== null && (
        <span className={styles.small}>
          <Plural value={attempts} _0="Not tried yet" one="Tried once" other="Tried # times" />
          {` · ${t`next: ${moment(next_try_at)}`}`}
        </span>
      )}
      {last_error !== null && <span className={styles.reason}>{last_error}</span>}
      {state === "failed" && <RetryButton mail_id={id} onRetried={onRetried} />}
    </div>
  );
}

function RetryButton({ mail_id, onRetried }: { readonly mail_id: string; readonly onRetried: () => void }) {
  const { t } = useLingui();
  const { busy, error, run } = useTask();
  const retry = async () => {
    if (!(await run(() => retryMail(mail_id)))) return;
    showToast(t`The letter is tried again`);
    onRetried();
  };
  return (
    <div className={styles.row}>
      <Button busy={busy} onClick={() => void retry()}>{t`Try again`}</Button>
      {error && (
        <span className={styles.danger} role="alert">
          {errorMessage(error)}
        </span>
      )}
    </div>
  );
}
