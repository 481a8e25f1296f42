import type { ExerciseRow } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";
import { withPreference } from "./use-exercises.ts";

/** Only the exercises a page names, so that the first page need not read the library. */
export function useExercisesById(ids: readonly string[]): ReadonlyMap<string, ExerciseRow> {
  const wanted = [...new Set(ids)].toSorted();
  const found = useLive(
    async (db) => {
      const [exercises, preferences] = await Promise.all([db.exercises.bulkGet(wanted), db.exercise_preferences.bulkGet(wanted)]);
      return new Map(
        exercises.flatMap((exercise, index) => (exercise ? [[exercise.id, withPreference(exercise, preferences[index])]] : [])),
      );
    },
    [wanted.join()],
  );
  return found ?? NONE;
}

const NONE: ReadonlyMap<string, ExerciseRow> = new Map();
