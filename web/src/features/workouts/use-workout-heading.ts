import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { Workout } from "@/db/documents.ts";
import { workoutTitle } from "./workout-totals.ts";

/** Title and date line of a workout. */
export function useWorkoutHeading(workout: Workout): { title: string; subtitle: string } {
  const { t } = useLingui();
  const format = useFormat();
  const exercises = useExerciseMap();
  const day = format.date(workout.local_date, "full");
  return {
    title: workoutTitle(workout, exercises) || t`Workout`,
    subtitle: workout.has_time ? `${day}, ${format.timeIn(workout.started_at, workout.time_zone)}` : day,
  };
}
