import { Trans, useLingui } from "@lingui/react/macro";
import { useLiveWorkouts } from "@/features/workouts/live-workouts.ts";
import { nowMs } from "@/lib/clock.ts";
import { useStore } from "@/lib/store.ts";
import { Button } from "@/ui/button.tsx";
import { applyUpdate, updateReady } from "./service-worker.ts";
import styles from "./update-prompt.module.css";

/** A workout that was begun longer ago than this has been forgotten, not interrupted [ms]. */
const LIVE_FOR_MS = 12 * 3_600_000;

/** A new version waits until the person says so, and is not even offered during a workout. */
export function UpdatePrompt() {
  const { t } = useLingui();
  const ready = useStore(updateReady);
  const live = useLiveWorkouts();
  const busy = live?.some(({ started_at }) => nowMs() - Date.parse(started_at) < LIVE_FOR_MS) ?? true;
  if (!ready || busy) return null;
  return (
    <div className={styles.prompt} role="status">
      <p>
        <Trans>A new version of FitFolio is ready.</Trans>
      </p>
      <Button variant="primary" onClick={applyUpdate}>
        {t`Update`}
      </Button>
    </div>
  );
}
