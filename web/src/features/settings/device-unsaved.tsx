import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { writeOperations } from "@/sync/outbox.ts";
import { queueFile, saveFile } from "@/sync/queue-file.ts";
import { useUnsaved } from "@/sync/unsaved.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import styles from "./device.module.css";

/** Changes that this device had no room for: they live as long as this page. */
export function DeviceUnsaved() {
  const { t } = useLingui();
  const unsaved = useUnsaved();
  if (unsaved.length === 0) return null;
  // They fail again where there is still no room, and stay on the list.
  const retry = () => void writeOperations(unsaved).catch(() => undefined);
  return (
    <Card title={t`Not stored`} tone="danger">
      <p role="alert">
        <Plural
          value={unsaved.length}
          one="# change could not be stored on this device."
          other="# changes could not be stored on this device."
        />{" "}
        <Trans>Keep this page open, free some space and try again, or save them to a file.</Trans>
      </p>
      <div className={styles.actions}>
        <Button variant="primary" onClick={retry}>{t`Try again`}</Button>
        <Button onClick={() => void queueFile().then(saveFile)}>{t`Save to a file`}</Button>
      </div>
    </Card>
  );
}
