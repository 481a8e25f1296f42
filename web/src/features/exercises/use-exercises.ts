import type { ExercisePreferenceRow, ExerciseRow } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";

export type ExerciseMap = ReadonlyMap<string, ExerciseRow>;

/** Every exercise on this device by id, with the person's preferences; `undefined` until it has been read. */
export function useExerciseMap(): ExerciseMap | undefined {
  return useLive(async (db) => {
    const [exercises, preferences] = await Promise.all([db.exercises.toArray(), db.exercise_preferences.toArray()]);
    const preferenceById = new Map(preferences.map((preference) => [preference.id, preference]));
    return new Map(exercises.map((exercise) => [exercise.id, withPreference(exercise, preferenceById.get(exercise.id))]));
  }, []);
}

/** One exercise; null when the device does not have it. */
export function useExercise(exercise_id: string): ExerciseRow | null | undefined {
  return useLive(
    async (db) => {
      const exercise = await db.exercises.get(exercise_id);
      return exercise ? withPreference(exercise, await db.exercise_preferences.get(exercise_id)) : null;
    },
    [exercise_id],
  );
}

/** The library is the same for everyone; favourite, unit and notes of the person are rows of their own. */
export function withPreference(exercise: ExerciseRow, preference: ExercisePreferenceRow | undefined): ExerciseRow {
  if (!preference) return exercise;
  const { favourite, weight_unit, notes } = preference;
  return {
    ...exercise,
    favourite: typeof favourite === "boolean" ? favourite : exercise.favourite,
    weight_unit: weight_unit === "kg" || weight_unit === "lb" ? weight_unit : null,
    // A custom exercise has notes of its own; the person's notes on top of them win.
    notes: typeof notes === "string" && notes !== "" ? notes : exercise.notes,
  };
}
