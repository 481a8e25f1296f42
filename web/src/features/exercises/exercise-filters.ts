import type { ExerciseRow } from "@/db/documents.ts";
import { createStore, useStore } from "@/lib/store.ts";
import type { Equipment, Muscle } from "./vocabulary.ts";

/** What the list of exercises is narrowed to. Kept while other pages are looked at. */
export interface ExerciseFilters {
  readonly text: string;
  readonly muscle: Muscle | "";
  readonly equipment: Equipment | "";
  readonly favourites: boolean;
  readonly own: boolean;
  /** Hide what needs equipment that the person lacks. */
  readonly available: boolean;
}

export const NO_FILTERS: ExerciseFilters = { text: "", muscle: "", equipment: "", favourites: false, own: false, available: false };

const filters = createStore<ExerciseFilters>(NO_FILTERS);

export function useExerciseFilters(): ExerciseFilters {
  return useStore(filters);
}

export function changeFilters(change: Partial<ExerciseFilters>): void {
  filters.set((current) => ({ ...current, ...change }));
}

/** Whether an exercise passes everything but the text. `owned` null: everything is there. */
export function passesFilters(exercise: ExerciseRow, chosen: ExerciseFilters, owned: readonly string[] | null): boolean {
  const { muscle, equipment, favourites, own, available } = chosen;
  if (favourites && !exercise.favourite) return false;
  if (own && !exercise.is_custom) return false;
  if (equipment !== "" && exercise.equipment !== equipment) return false;
  if (muscle !== "" && !exercise.primary_muscles.includes(muscle) && !exercise.secondary_muscles.includes(muscle)) return false;
  // One's own body is always there.
  return !available || owned === null || exercise.equipment === "bodyweight" || owned.includes(exercise.equipment);
}

export function isFiltered({ text, ...chosen }: ExerciseFilters): boolean {
  return text.trim() !== "" || Object.values(chosen).some(Boolean);
}
