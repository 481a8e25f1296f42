import { Trans, useLingui } from "@lingui/react/macro";
import { useDb } from "@/db/current.ts";
import { useLiveWorkouts } from "@/features/workouts/live-workouts.ts";
import { nowMs } from "@/lib/clock.ts";
import { Button } from "@/ui/button.tsx";
import { applyUpdate } from "./service-worker.ts";
import styles from "./update-prompt.module.css";

/** A workout that was begun longer ago than this has been forgotten, not interrupted [ms]. */
const LIVE_FOR_MS = 12 * 3_600_000;

/** A new version waits until the person says so, and is not even offered during a workout. */
export function UpdatePrompt() {
  const { t } = useLingui();
  const is_somebody_here = useDb() !== null;
  const live = useLiveWorkouts();
  const busy = live?.some(({ started_at }) => nowMs() - Date.parse(started_at) < LIVE_FOR_MS) ?? is_somebody_here;
  if (busy) return null;
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
