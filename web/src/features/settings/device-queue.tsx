import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import { useLive } from "@/db/use-live.ts";
import { queueFile, saveFile } from "@/sync/queue-file.ts";
import { requestSync } from "@/sync/scheduler.ts";
import { useSyncStatus } from "@/sync/status.ts";
import { useWaiting } from "@/sync/waiting.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { operationWords } from "./change-words.ts";
import styles from "./device.module.css";

const SHOWN = 20;

/** What waits for the server, and a way to send it now. */
export function DeviceQueue() {
  const { t } = useLingui();
  const format = useFormat();
  const { unsent, is_known } = useWaiting();
  const { phase, synced_at_ms } = useSyncStatus();
  const newest = useLive((db) => db.outbox.orderBy("seq").reverse().limit(SHOWN).toArray(), []);
  return (
    <Card title={t`Changes`}>
      <p role="status">
        {is_known && unsent === 0 && <Trans>Everything is on the server.</Trans>}
        {unsent > 0 && (
          <Plural value={unsent} one="# change is not yet on the server." other="# changes are not yet on the server." />
        )}{" "}
        {phase === "offline" && (
          <Trans>The server cannot be reached just now; nothing is lost, and sending goes on by itself.</Trans>
        )}
        {phase !== "offline" && synced_at_ms !== null && t`Last exchange at ${format.time(synced_at_ms)}.`}
      </p>
      {newest && newest.length > 0 && (
        <ul className={styles.changes}>
          {newest.map(({ key, name, made_at_ms }) => (
            <li key={key}>
              <span>{operationWords(name)}</span>
              <span className={styles.muted}>{format.time(made_at_ms)}</span>
            </li>
          ))}
          {unsent > SHOWN && (
            <li className={styles.muted}>
              <Plural value={unsent - SHOWN} one="and # more" other="and # more" />
            </li>
          )}
        </ul>
      )}
      <div className={styles.actions}>
        <Button onClick={() => void requestSync()} busy={phase === "pulling"}>{t`Exchange now`}</Button>
        {unsent > 0 && <Button onClick={() => void queueFile().then(saveFile)}>{t`Save to a file`}</Button>}
      </div>
    </Card>
  );
}
