import type { Exercise } from "@/db/documents.ts";
import { readDays } from "@/features/workouts/exercise-days.ts";
import { usePast } from "@/features/workouts/past-memory.ts";
import { makeExerciseHistory, type ExerciseHistory, type HistoryRange } from "./local-exercise-history.ts";

/** Charts, records and sessions of an exercise, computed from this device; `undefined` until they are. */
export function useExerciseHistory(
  { id, tracking }: Pick<Exercise, "id" | "tracking">,
  range: HistoryRange,
  today: string,
): ExerciseHistory | undefined {
  return usePast(id, async (past) => makeExerciseHistory(past, await readDays(past, tracking), range, today), [
    tracking,
    range,
    today,
  ]);
}
