import { useMemo } from "react";
import { useExerciseMap, type ExerciseForMe } from "@/features/exercises/use-exercises.ts";
import { makeExerciseLookup } from "../program-exercises.ts";

export interface ExerciseTexts {
  /** The exercise that a program's text means; null for one this device does not know. */
  readonly find: (text: string) => ExerciseForMe | null;
  /** What it is called, or the text itself. */
  readonly nameOf: (text: string) => string;
  /** How a program writes an exercise: the slug of the library, else its name. */
  readonly textOf: (exercise_id: string) => string;
}

/** What programs mean by their exercises; `undefined` until the library has been read. */
export function useExerciseTexts(): ExerciseTexts | undefined {
  const exercises = useExerciseMap();
  return useMemo(() => exercises && makeExerciseTexts([...exercises.values()]), [exercises]);
}

export function makeExerciseTexts(exercises: readonly ExerciseForMe[]): ExerciseTexts {
  const find = makeExerciseLookup(exercises, {});
  const by_id = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  return {
    find,
    nameOf: (text) => find(text)?.name ?? text,
    textOf: (id) => by_id.get(id)?.slug ?? by_id.get(id)?.name.replaceAll('"', "'") ?? "",
  };
}
