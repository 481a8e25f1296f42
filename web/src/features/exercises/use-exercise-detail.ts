import { useLingui } from "@lingui/react";
import type { ExerciseRow } from "@/db/documents.ts";
import { EQUIPMENT_NAMES, MUSCLE_NAMES } from "./vocabulary.ts";

/** "Barbell · Chest, Triceps": what an exercise is done with and what it trains. */
export function useExerciseDetail(): (exercise: ExerciseRow) => string {
  const { i18n } = useLingui();
  return (exercise) => {
    const muscles = exercise.primary_muscles.map((muscle) => i18n._(MUSCLE_NAMES[muscle])).join(", ");
    return [i18n._(EQUIPMENT_NAMES[exercise.equipment]), muscles].filter(Boolean).join(" · ");
  };
}
