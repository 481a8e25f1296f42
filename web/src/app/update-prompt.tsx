import { Trans, useLingui } from "@lingui/react/macro";
import { useStore } from "@/lib/store.ts";
import { Button } from "@/ui/button.tsx";
import { applyUpdate, updateReady } from "./service-worker.ts";
import styles from "./update-prompt.module.css";

/** A new version waits until the person says so: nothing reloads under their hands. */
export function UpdatePrompt() {
  const { t } = useLingui();
  const ready = useStore(updateReady);
  if (!ready) return null;
  return (
    <aside className={styles.prompt} role="status">
      <p>
        <Trans>A new version of FitFolio is ready.</Trans>
      </p>
      <Button variant="primary" onClick={applyUpdate}>
        {t`Update`}
      </Button>
    </aside>
  );
}
