import { useLingui } from "@lingui/react/macro";
import { Triangle } from "lucide-react";
import { useEffect, useState } from "react";
import { findDb } from "@/db/current.ts";
import type { Workout } from "@/db/documents.ts";
import type { Format } from "@/features/auth/use-format.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { RecordEvent } from "@/training/records.ts";
import { Card } from "@/ui/card.tsx";
import { exerciseBests } from "../local-history.ts";
import { recordName, recordValue } from "../record-text.ts";
import { recordsInWorkout } from "../screen/records-in-workout.ts";
import { trackingOf } from "../workout-totals.ts";
import styles from "./finish.module.css";

interface FinishRecordsProps {
  readonly workout: Workout;
  readonly exercises: ExerciseMap | undefined;
  readonly format: Format;
}

interface ShownRecord {
  readonly exercise_id: string;
  readonly event: RecordEvent;
}

/** What was better than ever before, by the same rules as in the rows. */
export function FinishRecords({ workout, exercises, format }: FinishRecordsProps) {
  const { t, i18n } = useLingui();
  const [records, setRecords] = useState<readonly ShownRecord[]>([]);
  useEffect(() => {
    let left = false;
    void readRecords(workout, exercises).then((found) => {
      if (!left) setRecords(found);
    });
    return () => {
      left = true;
    };
    // The sets do not change on this page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [workout.id, exercises]);
  if (records.length === 0) return null;
  return (
    <Card title={t`Records`}>
      <ul className={styles.records}>
        {records.map(({ exercise_id, event }) => {
          const exercise = exercises?.get(exercise_id);
          const unit = exercise?.weight_unit ?? format.weight_unit;
          const before = event.previous === null ? null : recordValue({ ...event, value: event.previous }, unit, format);
          return (
            <li key={`${exercise_id} ${event.kind} ${event.reps} ${event.set_id ?? ""}`} className={styles.record}>
              <Triangle size={14} fill="currentColor" aria-hidden="true" />
              <div className={styles.recordTexts}>
                <p className={styles.recordName}>{exercise?.name ?? t`Exercise`}</p>
                <p className={styles.recordKind}>
                  {recordName(event, i18n)}
                  {before !== null && <> · {t`before ${before}`}</>}
                </p>
              </div>
              <p className={styles.recordValue}>{recordValue(event, unit, format)}</p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** The best of each kind and rep count; three records of the same kind in one workout are one. */
async function readRecords(workout: Workout, exercises: ExerciseMap | undefined): Promise<ShownRecord[]> {
  const db = findDb();
  if (!db) return [];
  const options = { except_workout_id: workout.id, before_ms: Date.parse(workout.started_at) };
  const found = await Promise.all(
    workout.exercises.map(async ({ exercise_id, sets }) => {
      const bests = await exerciseBests(db, exercise_id, options);
      const best = new Map<string, ShownRecord>();
      for (const event of recordsInWorkout(sets, trackingOf(exercises, exercise_id), bests).values()) {
        const key = `${event.kind} ${event.reps}`;
        const first = best.get(key)?.event;
        best.set(key, { exercise_id, event: first ? { ...event, previous: first.previous } : event });
      }
      return [...best.values()];
    }),
  );
  return found.flat();
}
