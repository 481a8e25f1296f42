import { findDb } from "@/db/current.ts";
import type { Workout } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { repeatSets } from "./new-workout-draft.ts";
import { changeExercise, toDraft, type DraftExercise, type DraftSet, type WorkoutDraft } from "./workout-draft.ts";
import { isEmptySet } from "./workout-draft.ts";

/** What was done the last time. */
export interface LastTime {
  readonly local_date: string;
  readonly sets: readonly DraftSet[];
}

/** The sets of an exercise in the latest workout that has any; null when it was never done. */
export async function findLastTime(exercise_id: string, db: LocalDb | null = findDb()): Promise<LastTime | null> {
  if (!db) return null;
  const setsIn = (workout: Workout) =>
    repeatSets(toDraft(workout).exercises.find((entry) => entry.exercise_id === exercise_id)?.sets ?? []);
  const workout = await db.workouts
    .orderBy("started_at")
    .reverse()
    .filter((one) => one.exercise_ids.includes(exercise_id) && setsIn(one).length > 0)
    .first();
  return workout ? { local_date: workout.local_date, sets: setsIn(workout) } : null;
}

/** Whether an entry is as it was added: nothing would be lost by filling it in. */
export function isUntouched(entry: DraftExercise): boolean {
  const [only, ...others] = entry.sets;
  return only !== undefined && others.length === 0 && isEmptySet(only) && entry.notes === "";
}

/** Fill an untouched entry in. The exercise may have been swapped meanwhile: then it stays. */
export function fillIn(draft: WorkoutDraft, entry: DraftExercise, sets: readonly DraftSet[]): WorkoutDraft {
  return changeExercise(draft, entry.id, (current) =>
    current.exercise_id === entry.exercise_id && isUntouched(current) ? { ...current, sets } : current,
  );
}
