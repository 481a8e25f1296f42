import { useMemo } from "react";
import { useExerciseMap, type ExerciseForMe } from "@/features/exercises/use-exercises.ts";

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
  const by_text = new Map<string, ExerciseForMe>();
  // What is written later wins: a slug is exact, an own name comes before the library's.
  const ranked = exercises.toSorted((a, b) => Number(a.is_custom) - Number(b.is_custom));
  for (const exercise of ranked) by_text.set(exercise.name.toLowerCase(), exercise);
  for (const exercise of ranked) if (exercise.slug) by_text.set(exercise.slug, exercise);
  const by_id = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  const find = (text: string) => by_text.get(text) ?? by_text.get(text.toLowerCase()) ?? null;
  return {
    find,
    nameOf: (text) => find(text)?.name ?? text,
    textOf: (id) => by_id.get(id)?.slug ?? by_id.get(id)?.name.replaceAll('"', "'") ?? "",
  };
}
