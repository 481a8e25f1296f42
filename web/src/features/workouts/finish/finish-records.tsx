import { useLingui } from "@lingui/react/macro";
import { Triangle } from "lucide-react";
import type { Workout } from "@/db/documents.ts";
import type { Format } from "@/features/auth/use-format.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { Card } from "@/ui/card.tsx";
import type { RecordRead } from "../queries.ts";
import { recordName, recordValue } from "../record-text.ts";
import { useWorkoutRecords } from "../use-workout-records.ts";
import styles from "./finish.module.css";

interface FinishRecordsProps {
  readonly workout: Workout;
  readonly exercises: ExerciseMap | undefined;
  readonly format: Format;
}

/** What was better than ever before: of the sets, of the whole workout and of the trend. */
export function FinishRecords({ workout, exercises, format }: FinishRecordsProps) {
  const { t, i18n } = useLingui();
  const records = beatenRecords(useWorkoutRecords(workout));
  if (records.length === 0) return null;
  return (
    <Card title={t`Records`}>
      <ul className={styles.records}>
        {records.map((record) => {
          const { exercise_id, kind, reps, set_id, previous_value } = record;
          const exercise = exercises?.get(exercise_id);
          const unit = exercise?.weight_unit ?? format.weight_unit;
          const before = previous_value === null ? null : recordValue({ ...record, value: previous_value }, unit, format);
          return (
            <li key={`${exercise_id} ${kind} ${reps} ${set_id ?? ""}`} className={styles.record}>
              <Triangle size={14} fill="currentColor" aria-hidden="true" />
              <div className={styles.recordTexts}>
                <p className={styles.recordName}>{exercise?.name ?? t`Exercise`}</p>
                <p className={styles.recordKind}>
                  {recordName(record, i18n)}
                  {before !== null && <> · {t`before ${before}`}</>}
                </p>
              </div>
              <p className={styles.recordValue}>{recordValue(record, unit, format)}</p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/**
 * Records that beat something, newest first: first times beat nothing. Of several of the same kind and
 * reps in one workout the last one is shown, with what stood before the workout.
 */
export function beatenRecords(records: readonly RecordRead[]): RecordRead[] {
  const best = new Map<string, RecordRead>();
  for (const record of records) {
    const key = `${record.exercise_id} ${record.kind} ${record.reps}`;
    const later = best.get(key);
    best.set(key, later ? { ...later, previous_value: record.previous_value } : record);
  }
  return [...best.values()].filter(({ previous_value }) => previous_value !== null);
}
