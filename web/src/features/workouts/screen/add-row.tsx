import { useLingui } from "@lingui/react/macro";
import { ArrowRight, Plus } from "lucide-react";
import { nextExercise } from "../superset-turn.ts";
import { useActive, useScreen } from "./screen-context.ts";
import styles from "./add-row.module.css";

/** One more set of a kind; and when all are done, the way to the next exercise. */
export function AddRow() {
  const { t } = useLingui();
  const { workout, exercises, sets, setView } = useScreen();
  const { entry, tracking } = useActive();
  const is_done = entry.sets.length > 0 && entry.sets.every((set) => set.completed);
  const next = is_done ? nextExercise(workout.exercises, entry.id) : null;
  const next_name = next && (exercises?.get(next.exercise_id)?.name ?? t`Exercise`);
  const has_load = tracking === "weight_reps" || tracking === "bodyweight_reps" || tracking === "assisted_reps";
  return (
    <div className={styles.rows}>
      {next && (
        <button
          type="button"
          className={styles.next}
          onClick={() => setView({ entry_id: next.id, set_id: null, pad: null, scope: null })}
        >
          <span>{t`Next: ${next_name}`}</span>
          <ArrowRight size={20} aria-hidden="true" />
        </button>
      )}
      <div className={styles.add}>
        <button type="button" onClick={() => sets.add("working")}>
          <Plus size={18} aria-hidden="true" />
          {t`Add set`}
        </button>
        {has_load && entry.sets.length > 0 && (
          <>
            <button type="button" onClick={() => sets.add("drop")}>
              {t`Drop`}
            </button>
            <button type="button" onClick={() => sets.add("back_off")}>
              {t`Back-off`}
            </button>
          </>
        )}
      </div>
    </div>
  );
}
