import { Plural, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import { Card } from "@/ui/card.tsx";
import type { Home } from "./queries.ts";
import styles from "./home.module.css";

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
                <span className={styles.workoutTitle}>
                  {workout.title || workout.exercise_names.slice(0, 2).join(", ") || t`Workout`}
                </span>
                <span className={styles.workoutNames}>{workout.exercise_names.join(", ")}</span>
              </span>
              <span className={styles.workoutFacts}>
                <span>{format.day(workout.local_date)}</span>
                <span className={styles.workoutNames}>
                  <Plural value={workout.sets} one="# set" other="# sets" />
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
