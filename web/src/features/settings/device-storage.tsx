import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import { persistStorage, readStorage, useStorageState } from "@/sync/persistence.ts";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Meter } from "@/ui/progress-bar.tsx";
import { showToast } from "@/ui/toast-store.ts";
import styles from "./device.module.css";

const MB = 1_000_000;

/** How much is stored here, and whether the browser may clear it by itself. */
export function DeviceStorage() {
  const { t } = useLingui();
  const format = useFormat();
  const { persisted, used_bytes, quota_bytes } = useStorageState();
  useEffect(() => {
    void readStorage();
  }, []);
  const ask = async () => {
    if (await persistStorage()) showToast(t`The browser will keep your data`);
    else showToast(t`The browser did not promise it. Adding FitFolio to the home screen usually helps.`, { tone: "danger" });
  };
  const megabytes = (bytes: number) => format.number(bytes / MB, bytes < 10 * MB ? 1 : 0);
  return (
    <Card title={t`Storage`}>
      {used_bytes !== null && quota_bytes !== null && quota_bytes > 0 && (
        <>
          <p>{t`${megabytes(used_bytes)} MB of at most ${megabytes(quota_bytes)} MB are used.`}</p>
          <Meter label={t`Storage used`} value={used_bytes} max={quota_bytes} />
        </>
      )}
      {persisted === true && (
        <p>
          <Trans>The browser keeps this data until you delete it.</Trans>
        </p>
      )}
      {persisted === null && (
        <p>
          <Trans>This browser does not say how long it keeps data.</Trans>
        </p>
      )}
      {persisted === false && (
        <>
          <p>
            <Trans>
              When space runs out, the browser may clear what is stored here. What the server has comes back; what has not been sent
              by then would be lost.
            </Trans>
          </p>
          <div className={styles.actions}>
            <Button onClick={() => void ask()}>{t`Keep my data`}</Button>
          </div>
        </>
      )}
    </Card>
  );
}
