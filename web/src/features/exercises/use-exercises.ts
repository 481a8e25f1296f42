import type { ExercisePreferenceRow, ExerciseRow } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";

/** How a person trains an exercise; what is missing or null is as in the profile. */
export interface TrainingChoices {
  readonly rest_s?: number | null;
  readonly rest_warm_up_s?: number | null;
  readonly bar_id?: string | null;
  readonly step?: number | null;
  readonly step_unit?: "kg" | "lb" | null;
}

export type ExerciseForMe = ExerciseRow & TrainingChoices;

export type ExerciseMap = ReadonlyMap<string, ExerciseForMe>;

/** Every exercise on this device by id, with the person's preferences; `undefined` until it has been read. */
export function useExerciseMap(): ExerciseMap | undefined {
  return useLive(async (db) => {
    const [exercises, preferences] = await Promise.all([db.exercises.toArray(), db.exercise_preferences.toArray()]);
    const preferenceById = new Map(preferences.map((preference) => [preference.id, preference]));
    return new Map(exercises.map((exercise) => [exercise.id, withPreference(exercise, preferenceById.get(exercise.id))]));
  }, []);
}

/** One exercise; null when the device does not have it. */
export function useExercise(exercise_id: string): ExerciseForMe | null | undefined {
  return useLive(
    async (db) => {
      const exercise = await db.exercises.get(exercise_id);
      return exercise ? withPreference(exercise, await db.exercise_preferences.get(exercise_id)) : null;
    },
    [exercise_id],
  );
}

/** The library is the same for everyone; favourite, unit and notes of the person are rows of their own. */
export function withPreference(exercise: ExerciseRow, preference: ExercisePreferenceRow | undefined): ExerciseForMe {
  if (!preference) return exercise;
  const { favourite, weight_unit, notes, rest_s, rest_warm_up_s, bar_id, step, step_unit } = preference;
  return {
    ...exercise,
    favourite: typeof favourite === "boolean" ? favourite : exercise.favourite,
    weight_unit: weight_unit === "kg" || weight_unit === "lb" ? weight_unit : null,
    // A custom exercise has notes of its own; the person's notes on top of them win.
    notes: typeof notes === "string" && notes !== "" ? notes : exercise.notes,
    rest_s: numberOrNull(rest_s),
    rest_warm_up_s: numberOrNull(rest_warm_up_s),
    bar_id: typeof bar_id === "string" ? bar_id : null,
    step: numberOrNull(step),
    step_unit: step_unit === "kg" || step_unit === "lb" ? step_unit : null,
  };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
