import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Format } from "@/features/auth/use-format.ts";
import { MuscleFigureSlot } from "@/features/exercises/muscle-map.tsx";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { MUSCLE_NAMES, type Muscle } from "@/features/exercises/vocabulary.ts";
import { addDays } from "@/lib/clock.ts";
import type { Workout } from "@/db/documents.ts";
import { Card } from "@/ui/card.tsx";
import { columnOf } from "@/ui/month-grid.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { hardSetsByMuscle } from "./muscle-weeks.ts";
import styles from "./progress.module.css";

/** Hard sets a week that suit most people, by muscle: shown as a band, not as a rule. */
const ENOUGH = { low: 10, high: 20 };
const COLORS = ["var(--heat-1)", "var(--heat-2)", "var(--heat-3)", "var(--accent)"];
const WEEKS = 4;

interface ProgressMusclesProps {
  readonly recent: readonly Workout[];
  readonly exercises: ExerciseMap;
  readonly format: Format;
}

/** Am I doing enough? Hard sets per muscle against a range. */
export function ProgressMuscles({ recent, exercises, format }: ProgressMusclesProps) {
  const { t, i18n } = useLingui();
  const [span, setSpan] = useState<"week" | "average">("average");
  const week_start = addDays(format.today, -columnOf(format.today, format.week_start));
  const first = span === "week" ? week_start : addDays(week_start, -7 * WEEKS);
  const inside = recent.filter(({ local_date }) => local_date >= first && (span === "week" || local_date < week_start));
  const rows = hardSetsByMuscle(inside, exercises).map(([muscle, sets]): [Muscle, number] => [
    muscle,
    span === "week" ? sets : sets / WEEKS,
  ]);
  const top = Math.max(ENOUGH.high * 1.2, ...rows.map(([, sets]) => sets));
  const levels = new Map(rows.map(([muscle, sets]) => [muscle, levelOf(sets)]));
  const enough = rows.filter(([, sets]) => sets >= ENOUGH.low).length;
  const { low, high } = ENOUGH;
  return (
    <Card title={t`Am I doing enough?`}>
      <Segmented
        label={t`Weeks counted`}
        value={span}
        options={[
          { value: "average", label: t`Last 4 weeks, average` },
          { value: "week", label: t`This week` },
        ]}
        onValue={setSpan}
      />
      {rows.length === 0 ? (
        <p className={styles.sentence}>
          <Trans>No hard sets in this time.</Trans>
        </p>
      ) : (
        <>
          <p className={styles.sentence}>
            <Trans>
              {enough} of {rows.length} trained muscles reach {low} hard sets a week. {low} to {high} suit most people; less keeps
              what is there.
            </Trans>
          </p>
          <div className={styles.muscleColumns}>
            <MuscleFigureSlot levelByMuscle={levels} colors={COLORS} scale={0.75} />
            <ul className={styles.muscles}>
              {rows.map(([muscle, sets]) => (
                <li key={muscle} className={styles.muscle}>
                  <span className={styles.muscleName}>{i18n._(MUSCLE_NAMES[muscle])}</span>
                  <span className={styles.track} aria-hidden="true">
                    <span
                      className={styles.range}
                      style={{ left: `${(low / top) * 100}%`, width: `${((high - low) / top) * 100}%` }}
                    />
                    <span
                      className={styles.fill}
                      data-enough={sets >= low || undefined}
                      style={{ width: `${(sets / top) * 100}%` }}
                    />
                  </span>
                  <span className={styles.muscleSets}>{format.number(sets, 1)}</span>
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
    </Card>
  );
}

/** The shade of a muscle on the figure, 1 to 4. */
function levelOf(sets: number): number {
  if (sets >= ENOUGH.low) return 4;
  if (sets >= ENOUGH.low * 0.6) return 3;
  return sets >= ENOUGH.low * 0.3 ? 2 : 1;
}
