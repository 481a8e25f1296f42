import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { WorkoutSet } from "@/db/documents.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { numberSets } from "@/features/programs/set-kinds.ts";
import { ColumnName } from "../set-table.tsx";
import { columnsOf, type SetColumn } from "../set-values.ts";
import { useActive, useScreen } from "./screen-context.ts";
import { recordsInWorkout } from "./records-in-workout.ts";
import { SetRow } from "./set-row.tsx";
import { targetsOfSets } from "../targets.ts";
import { useEffortScale } from "./use-effort-scale.ts";
import styles from "./set-rows.module.css";

/** The set table, the hero of the screen: a tap at the right logs a row, a tap on a number edits it. */
export function SetRows() {
  const { t } = useLingui();
  const { view } = useScreen();
  const { entry, name, tracking, unit, set: chosen, past } = useActive();
  const scale = useEffortScale();
  const columns = liveColumns(tracking, entry.sets, scale !== "off");
  const numbers = numberSets(entry.sets);
  const next_id = entry.sets.find((set) => !set.completed)?.id;
  const bests = past?.bests ?? null;
  const records = useMemo(() => recordsInWorkout(entry.sets, tracking, bests), [entry.sets, tracking, bests]);
  const targets = useMemo(() => targetsOfSets(entry.prescription, entry.sets), [entry.prescription, entry.sets]);
  if (entry.sets.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{t`Sets of ${name}`}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.badgeHead}>
            {t`Set`}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {column === "effort" ? (
                scale === "rir" ? (
                  t`RIR`
                ) : (
                  t`RPE`
                )
              ) : (
                <ColumnName column={column} tracking={tracking} unit={unit} />
              )}
            </th>
          ))}
          <th scope="col" className={styles.doneHead}>
            <VisuallyHidden>{t`Done`}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {entry.sets.map((set, index) => (
          <SetRow
            key={set.id}
            set={set}
            place={index + 1}
            number={numbers[index] ?? null}
            columns={columns}
            scale={scale}
            is_chosen={chosen?.id === set.id}
            is_next={next_id === set.id}
            awaits_effort={view.logged_id === set.id}
            record={records.get(set.id) ?? null}
            target={targets.get(set.id) ?? null}
          />
        ))}
      </tbody>
    </table>
  );
}

const ORDER: readonly SetColumn[] = ["weight", "distance", "duration", "reps", "effort"];

/** The columns stay the same whatever is filled in: a table must not jump under the thumb. */
function liveColumns(tracking: Parameters<typeof columnsOf>[0], sets: readonly WorkoutSet[], with_effort: boolean): SetColumn[] {
  const found = new Set<SetColumn>(columnsOf(tracking, sets));
  if (tracking === "bodyweight_reps") found.add("weight");
  if (with_effort) found.add("effort");
  else found.delete("effort");
  return ORDER.filter((column) => found.has(column));
}
