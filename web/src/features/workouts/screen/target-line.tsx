import { useLingui } from "@lingui/react/macro";
import { Target } from "lucide-react";
import { totalLeft } from "../targets.ts";
import { useActive, useScreen } from "./screen-context.ts";
import styles from "./exercise-hero.module.css";

/** What the program says of the whole exercise: its note, and how much is left of a total of reps. */
export function TargetLine() {
  const { t } = useLingui();
  const { format } = useScreen();
  const { entry } = useActive();
  const { prescription = null } = entry;
  const total = totalLeft(prescription, entry.sets);
  const span =
    total && (total.low === total.high ? format.number(total.low) : `${format.number(total.low)}–${format.number(total.high)}`);
  const left = total && format.number(total.left);
  const note = prescription?.note ?? null;
  if (note === null && total === null) return null;
  return (
    <p className={styles.note}>
      <Target size={14} aria-hidden="true" />
      <span>
        {total && (
          <strong role="status">{total.left > 0 ? t`${span} reps in total: ${left} left` : t`${span} reps in total: done`}</strong>
        )}
        {total && note !== null && " · "}
        {note}
      </span>
    </p>
  );
}
