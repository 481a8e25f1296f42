import type { LocalDb } from "@/db/schema.ts";
import { startWorkout } from "./commands.ts";
import { isEmptySet, type WorkoutDraft } from "./workout-draft.ts";

const KEY = "workout_draft";

interface StoredDraft {
  readonly id: string;
  readonly draft: WorkoutDraft;
}

/**
 * A draft that an older version of the app kept beside the workouts becomes a workout.
 *
 * Resolves to its id, null when there is none. Nothing that was written down is lost by an update.
 */
export async function adoptDraft(db: LocalDb): Promise<string | null> {
  const row = await db.state.get(KEY);
  const stored = row?.value as StoredDraft | undefined;
  if (!stored) return null;
  const { id, draft } = stored;
  const exercises = draft.exercises.map((entry) => ({
    ...entry,
    sets: entry.sets
      .filter((set) => !isEmptySet(set))
      .map((set) => ({ ...set, side: set.side ?? null, logged_at: set.logged_at ?? null })),
  }));
  await startWorkout({ ...draft, id, exercises: exercises.filter((entry) => entry.sets.length > 0) });
  await db.state.delete(KEY);
  return id;
}
