import type { ExerciseRow } from "@/db/documents.ts";
import { hasWord, normalizeText } from "./normalize.ts";

/** Exercises every word of the query begins a word of; names before aliases. */
export function searchExercises(query: string, exercises: readonly ExerciseRow[]): readonly ExerciseRow[] {
  const tokens = normalizeText(query).split(" ").filter(Boolean);
  if (tokens.length === 0) return exercises;
  const ranked = exercises.flatMap((exercise) => {
    const name = normalizeText(exercise.name);
    const all = [name, ...exercise.aliases.map(normalizeText)].join(" ");
    if (!tokens.every((token) => hasWord(all, token))) return [];
    return [{ exercise, rank: tokens.every((token) => hasWord(name, token)) ? 0 : 1, length: name.length }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank || a.length - b.length).map(({ exercise }) => exercise);
}
