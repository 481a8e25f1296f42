import type { WorkoutRow } from "@/db/documents.ts";
import { applyToOther } from "./apply-others.ts";
import { applyToProgram } from "./apply-programs.ts";
import { applyToWorkout, noSources } from "./apply-workouts.ts";
import { isWorkoutOperation, type Operation } from "./operations.ts";
import { isProgramOperation } from "./program-operations.ts";

/**
 * Apply operations of this device, oldest first, to one document; null is "deleted or not there".
 *
 * `current` is the row this device shows now. What is edited but missing in `row`, because another
 * device has deleted it meanwhile, is taken from there: an edit is never dropped without a word.
 */
export function replay(row: object | null, operations: readonly Operation[], current: object | null): object | null {
  // Deleted elsewhere while there is unsent work on it here: the server decides, until then it stays.
  if (row === null && current !== null && operations.length > 0) return current;
  const sources = noSources(current as WorkoutRow | null);
  let result = row;
  for (const operation of operations) {
    if (isWorkoutOperation(operation)) result = applyToWorkout(result as WorkoutRow | null, operation, sources);
    else if (isProgramOperation(operation)) result = applyToProgram(result, operation);
    else result = applyToOther(result, operation);
  }
  return result;
}
