import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import { MUSCLE_NAMES, type Muscle } from "@/features/exercises/vocabulary.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { Card } from "@/ui/card.tsx";
import { Meter } from "@/ui/progress-bar.tsx";
import { RecordList } from "./record-list.tsx";
import type { Home } from "./queries.ts";
import styles from "./home.module.css";

interface RecordsProps {
  readonly records: Home["last_records"];
  readonly exercises: ExerciseMap;
  readonly format: Format;
}

export function HomeRecords({ records, exercises, format }: RecordsProps) {
  const { t } = useLingui();
  return (
    <Card
      title={t`Last records`}
      flush
      aside={
        <Link href="/progress" className={styles.all}>
          {t`All`}
        </Link>
      }
    >
      {records.length === 0 ? (
        <p className={styles.none}>
          <Trans>Beat a value once and it appears here.</Trans>
        </p>
      ) : (
        <RecordList
          records={records}
          nameOf={(id) => exercises.get(id)?.name ?? "…"}
          unitOf={(id) => exercises.get(id)?.weight_unit ?? format.weight_unit}
          format={format}
        />
      )}
    </Card>
  );
}

export function HomeWorkouts({ workouts, format }: { readonly workouts: Home["last_workouts"]; readonly format: Format }) {
  const { t } = useLingui();
  return (
    <Card
      title={t`Last workouts`}
      flush
      aside={
        <Link href="/history" className={styles.all}>
          {t`All`}
        </Link>
      }
    >
      <ul className={styles.workouts}>
        {workouts.map((workout) => (
          <li key={workout.id}>
            <Link href={`/workouts/${workout.id}`} className={styles.workout}>
              <span className={styles.workoutTexts}>
                <span className={styles.workoutTitle}>{workout.title || workout.exercise_names.slice(0, 2).join(", ") || t`Workout`}</span>
                <span className={styles.workoutNames}>{workout.exercise_names.join(", ")}</span>
              </span>
              <span className={styles.workoutFacts}>
                <span>{format.day(workout.local_date)}</span>
                <span className={styles.workoutNames}>{t`${format.number(workout.sets)} sets`}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const MUSCLES_SHOWN = 8;

export function HomeMuscles({ muscles, format }: { readonly muscles: Home["muscles"]; readonly format: Format }) {
  const { t, i18n } = useLingui();
  const most = muscles.toSorted((a, b) => b.hard_sets - a.hard_sets).slice(0, MUSCLES_SHOWN);
  const top = Math.max(10, ...most.map((one) => one.hard_sets));
  return (
    <Card title={t`Muscles this week`}>
      {most.length === 0 ? (
        <p className={styles.sentence}>
          <Trans>No hard sets yet this week.</Trans>
        </p>
      ) : (
        <ul className={styles.muscles}>
          {most.map(({ muscle, hard_sets }) => {
            const name = i18n._(MUSCLE_NAMES[muscle as Muscle]);
            return (
              <li key={muscle} className={styles.muscle}>
                <span className={styles.muscleName}>{name}</span>
                <Meter label={t`${name}: hard sets`} value={hard_sets} max={top} />
                <span className={styles.muscleSets}>{format.number(hard_sets, 1)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
