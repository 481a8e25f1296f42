import { toWorkoutRow } from "@/db/changes.ts";
import type { Workout } from "@/db/documents.ts";
import { newId } from "@/lib/ids.ts";
import { writeAll } from "./commands.ts";
import * as operations from "./operations.ts";
import { toDraft } from "./workout-draft.ts";

export interface Merged {
  readonly kept_id: string;
  /** The workout that went into the other, as it was. */
  readonly gone: Workout;
  readonly entry_ids: readonly string[];
}

/** Put the exercises of one live workout behind those of another, with every set, and delete the emptied one. */
export async function mergeWorkouts(kept: Workout, gone: Workout): Promise<Merged> {
  const numbers = kept.exercises.map((entry) => entry.superset ?? 0);
  const superset_offset = Math.max(0, ...numbers);
  const start = (kept.exercises.at(-1)?.position ?? -1) + 1;
  const entries = toDraft(gone).exercises.map((entry) => ({
    ...entry,
    id: newId(),
    superset: entry.superset === null ? null : entry.superset + superset_offset,
    sets: entry.sets.map((set) => ({ ...set, id: newId() })),
  }));
  await writeAll([
    ...entries.map((entry, index) => operations.addExercise(kept.id, entry, start + index)),
    // The day of a program that went in is done by the workout it went into.
    ...(gone.program && !kept.program ? [operations.changeWorkout(kept.id, { program: gone.program })] : []),
    { name: "workouts.delete", path: { workout_id: gone.id }, body: null, local: null },
  ]);
  return { kept_id: kept.id, gone, entry_ids: entries.map((entry) => entry.id) };
}

/** Undo of `mergeWorkouts`. */
export function unmergeWorkouts({ kept_id, gone, entry_ids }: Merged): Promise<void> {
  return writeAll([
    { name: "workouts.restore", path: { workout_id: gone.id }, body: null, local: toWorkoutRow(gone) },
    ...entry_ids.map((entry_id) => operations.deleteExercise(kept_id, entry_id)),
  ]);
}
