import { Plural, useLingui } from "@lingui/react/macro";
import { Triangle } from "lucide-react";
import { Link } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { useExerciseMap, type ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { Workout, WorkoutExercise } from "@/db/documents.ts";
import { Card, Stat, StatRow } from "@/ui/card.tsx";
import { Chip, ChipRow } from "@/ui/chip.tsx";
import type { RecordRead } from "./queries.ts";
import { recordName, recordsBySet, recordValue } from "./record-text.ts";
import { ProgramLine } from "./program-line.tsx";
import { SetTable } from "./set-table.tsx";
import { groupSupersets } from "./superset-groups.ts";
import { useWorkoutRecords } from "./use-workout-records.ts";
import { totalsOf, trackingOf } from "./workout-totals.ts";
import styles from "./workout-view.module.css";

/** A workout as it was done, to read: totals, then one set table per exercise. */
export function WorkoutView({ workout }: { readonly workout: Workout }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const exercises = useExerciseMap();
  const records = useWorkoutRecords(workout);
  const recordBySet = recordsBySet(records, i18n);
  return (
    <div className={styles.view}>
      <Totals workout={workout} exercises={exercises} format={format} record_count={records.length} />
      {workout.program && <ProgramLine program={workout.program} />}
      {workout.notes !== "" && <p className={styles.notes}>{workout.notes}</p>}
      {groupSupersets(workout.exercises).map((group) => (
        <Superset key={group.entries[0]?.id} letter={group.letter}>
          {group.entries.map((entry) => (
            <ExerciseCard
              key={entry.id}
              entry={entry}
              exercises={exercises}
              format={format}
              recordBySet={recordBySet}
              records={records.filter((record) => record.exercise_id === entry.exercise_id && record.set_id === null)}
            />
          ))}
        </Superset>
      ))}
    </div>
  );
}

interface TotalsProps {
  readonly workout: Workout;
  readonly exercises: ExerciseMap | undefined;
  readonly format: Format;
  readonly record_count: number;
}

function Totals({ workout, exercises, format, record_count }: TotalsProps) {
  const { t } = useLingui();
  const totals = totalsOf(workout, exercises);
  return (
    <Card>
      <StatRow>
        {totals.duration_s !== null && (
          <Stat
            label={t`Duration`}
            value={format.duration(Math.round(totals.duration_s / 60) * 60).replace(/:00$/, "")}
            unit={totals.duration_s >= 3600 ? t`h` : t`min`}
          />
        )}
        <Stat label={t`Sets`} value={format.number(totals.sets)} />
        {totals.tonnage_kg > 0 && (
          <Stat label={t`Volume`} value={format.tonnage(totals.tonnage_kg).split("\u00a0")[0]} unit={format.weight_unit} />
        )}
      </StatRow>
      {record_count > 0 && (
        <ChipRow>
          <Chip tone="record" icon={<Triangle fill="currentColor" aria-hidden="true" />}>
            <Plural value={record_count} one="# record" other="# records" />
          </Chip>
        </ChipRow>
      )}
    </Card>
  );
}

interface SupersetProps {
  readonly letter: string | null;
  readonly children: React.ReactNode;
}

/** Exercises done in turns stand on one line. */
export function Superset({ letter, children }: SupersetProps) {
  const { t } = useLingui();
  if (letter === null) return children;
  return (
    <section className={styles.superset} aria-label={t`Superset ${letter}`}>
      <p className={styles.supersetName} aria-hidden="true">
        {t`Superset ${letter}`}
      </p>
      {children}
    </section>
  );
}

interface ExerciseCardProps {
  readonly entry: WorkoutExercise;
  readonly exercises: ExerciseMap | undefined;
  readonly format: Format;
  readonly recordBySet: ReadonlyMap<string, string>;
  /** Records of the whole workout, which stand in no row. */
  readonly records: readonly RecordRead[];
}

function ExerciseCard({ entry, exercises, format, recordBySet, records }: ExerciseCardProps) {
  const { t, i18n } = useLingui();
  const exercise = exercises?.get(entry.exercise_id);
  const name = exercise?.name ?? t`Exercise`;
  const unit = exercise?.weight_unit ?? format.weight_unit;
  return (
    <Card flush>
      <div className={styles.exerciseHeader}>
        <h2 className={styles.exerciseName}>
          <Link href={`/exercises/${entry.exercise_id}`}>{name}</Link>
        </h2>
        {records.length > 0 && (
          <ChipRow>
            {records.map((record) => (
              <Chip key={record.kind} tone="record" icon={<Triangle fill="currentColor" aria-hidden="true" />}>
                {recordName(record, i18n)}: {recordValue(record, unit, format)}
              </Chip>
            ))}
          </ChipRow>
        )}
        {entry.notes !== "" && <p className={styles.exerciseNotes}>{entry.notes}</p>}
      </div>
      {entry.sets.length > 0 && (
        <SetTable
          caption={t`Sets of ${name}`}
          sets={entry.sets}
          tracking={trackingOf(exercises, entry.exercise_id)}
          unit={unit}
          format={format}
          recordBySet={recordBySet}
        />
      )}
    </Card>
  );
}
