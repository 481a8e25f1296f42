import { useMemo } from "react";
import type { ExerciseRow } from "@/db/documents.ts";
import { makeSearchIndex, searchExercises } from "./search.ts";
import { useExerciseUse, type ExerciseUse } from "./use-exercise-use.ts";
import { useExerciseMap } from "./use-exercises.ts";

export interface ExerciseSearch {
  readonly found: readonly ExerciseRow[];
  readonly uses: ReadonlyMap<string, ExerciseUse>;
}

/** Exercises that fit, best first; without words the favourites, then what is done most. `undefined` until read. */
export function useExerciseSearch(text: string, keep: (exercise: ExerciseRow) => boolean = everything): ExerciseSearch | undefined {
  const map = useExerciseMap();
  const uses = useExerciseUse();
  const index = useMemo(() => map && uses && makeSearchIndex(listByHabit([...map.values()], uses)), [map, uses]);
  return index && uses && { found: searchExercises(text, index, keep), uses };
}

/** Favourites, then what was done lately by how often, then own ones, then the library in its order. */
export function listByHabit(exercises: readonly ExerciseRow[], uses: ReadonlyMap<string, ExerciseUse>): readonly ExerciseRow[] {
  const group = (exercise: ExerciseRow) => {
    if (exercise.favourite) return 0;
    if (uses.has(exercise.id)) return 1;
    return exercise.origin === "own" ? 2 : 3;
  };
  const times = (exercise: ExerciseRow) => uses.get(exercise.id)?.workouts ?? 0;
  return exercises
    .filter((exercise) => !exercise.is_archived)
    .toSorted((a, b) => group(a) - group(b) || times(b) - times(a) || rankOf(a) - rankOf(b) || a.name.localeCompare(b.name));
}

/** The library's order, commonest first; own exercises have no rank. */
function rankOf(exercise: ExerciseRow): number {
  return exercise.rank ?? Number.MAX_SAFE_INTEGER;
}

function everything(): boolean {
  return true;
}
