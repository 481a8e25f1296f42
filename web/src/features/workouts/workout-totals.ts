import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { Workout } from "@/db/documents.ts";
import { isCounted, isHardSet, tonnageKg, type Tracking } from "@/training/sets.ts";

export interface WorkoutTotals {
  /** Without warm-ups, as everywhere. */
  readonly sets: number;
  readonly hard_sets: number;
  readonly tonnage_kg: number;
  /** From start to end [s]; null when either is not known. */
  readonly duration_s: number | null;
}

export function trackingOf(exercises: ExerciseMap | undefined, exercise_id: string): Tracking {
  return exercises?.get(exercise_id)?.tracking ?? "weight_reps";
}

/** What a workout amounts to, by the same rules as the server's rollups. */
export function totalsOf(
  workout: Pick<Workout, "exercises" | "started_at" | "finished_at" | "has_time">,
  exercises: ExerciseMap | undefined,
): WorkoutTotals {
  let sets = 0;
  let hard_sets = 0;
  let tonnage_kg = 0;
  for (const entry of workout.exercises) {
    const tracking = trackingOf(exercises, entry.exercise_id);
    for (const set of entry.sets) {
      if (isCounted(set)) sets += 1;
      if (isHardSet(set, tracking)) hard_sets += 1;
      tonnage_kg += tonnageKg(set, tracking);
    }
  }
  return { sets, hard_sets, tonnage_kg, duration_s: durationOf(workout) };
}

function durationOf({
  started_at,
  finished_at,
  has_time,
}: Pick<Workout, "started_at" | "finished_at" | "has_time">): number | null {
  if (finished_at === null || !has_time) return null;
  const duration_s = (Date.parse(finished_at) - Date.parse(started_at)) / 1000;
  return duration_s > 0 ? duration_s : null;
}

/** What a workout without a title is called: its first exercises. */
export function workoutTitle(workout: Pick<Workout, "title" | "exercises">, exercises: ExerciseMap | undefined): string {
  if (workout.title.trim() !== "") return workout.title;
  const names = [...new Set(workout.exercises.map((entry) => entry.exercise_id))].map((id) => exercises?.get(id)?.name ?? "");
  return names.filter(Boolean).slice(0, 2).join(", ");
}
