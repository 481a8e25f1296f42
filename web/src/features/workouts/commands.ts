import { toWorkoutRow } from "@/db/changes.ts";
import type { Workout, WorkoutExercise, WorkoutSet } from "@/db/documents.ts";
import { newId } from "@/lib/ids.ts";
import type { EntryFields, Operation, SetFields, WorkoutFields, WorkoutOperation } from "@/sync/operations.ts";
import { writeOperations } from "@/sync/outbox.ts";
import * as operations from "./operations.ts";
import type { DraftExercise, DraftSet, WorkoutDraft } from "./workout-draft.ts";
import "./error-texts.ts";

/*
 * Every command resolves when the change is durable on this device, shown and queued for the
 * server. None waits for a network. They reject only when nothing can be stored here at all.
 */

export interface NewWorkout extends WorkoutDraft {
  /** Made here when it is left out. */
  readonly id?: string;
  readonly template_id?: string | null;
}

/** Several changes in one transaction: all of them are durable, or none. */
export function writeAll(list: readonly Operation[]): Promise<void> {
  return writeOperations(list);
}

const write = (...list: readonly WorkoutOperation[]): Promise<void> => writeOperations(list);

/** Start a workout, or log one that is over (`finished_at` set). Resolves to its id. */
export async function startWorkout({ id = newId(), template_id = null, ...draft }: NewWorkout): Promise<string> {
  await write(operations.createWorkout(id, template_id, draft));
  return id;
}

export function changeWorkout(workout_id: string, fields: WorkoutFields): Promise<void> {
  return write({ name: "workouts.change", path: { workout_id }, body: fields, local: null });
}

export function finishWorkout(workout_id: string, finished_at: string): Promise<void> {
  return changeWorkout(workout_id, { finished_at });
}

export function deleteWorkout(workout_id: string): Promise<void> {
  return write({ name: "workouts.delete", path: { workout_id }, body: null, local: null });
}

/** Undo of `deleteWorkout`: the workout as it was. */
export function restoreWorkout(workout: Workout): Promise<void> {
  const local = toWorkoutRow(workout);
  return write({ name: "workouts.restore", path: { workout_id: workout.id }, body: null, local });
}

export function addExercise(workout_id: string, entry: DraftExercise, position: number): Promise<void> {
  return write(operations.addExercise(workout_id, entry, position));
}

export function changeExercise(workout_id: string, entry_id: string, fields: EntryFields): Promise<void> {
  return write({ name: "workouts.change_exercise", path: { workout_id, entry_id }, body: fields, local: null });
}

/** Exercises that are not named follow in their old order. */
export function reorderExercises(workout_id: string, ids: readonly string[]): Promise<void> {
  return write({ name: "workouts.reorder_exercises", path: { workout_id }, body: { ids }, local: null });
}

export function deleteExercise(workout_id: string, entry_id: string): Promise<void> {
  return write({ name: "workouts.delete_exercise", path: { workout_id, entry_id }, body: null, local: null });
}

/** Undo of `deleteExercise`: the entry as it was. */
export function restoreExercise(workout_id: string, entry: WorkoutExercise): Promise<void> {
  return write(operations.restoreExercise(workout_id, entry));
}

export function logSet(workout_id: string, entry_id: string, set: DraftSet, position: number): Promise<void> {
  return write(operations.logSet(workout_id, entry_id, set, position));
}

export function changeSet(workout_id: string, set_id: string, fields: SetFields): Promise<void> {
  return write({ name: "workouts.change_set", path: { workout_id, set_id }, body: fields, local: null });
}

export function deleteSet(workout_id: string, set_id: string): Promise<void> {
  return write({ name: "workouts.delete_set", path: { workout_id, set_id }, body: null, local: null });
}

/** Undo of `deleteSet`: the set as it was. */
export function restoreSet(workout_id: string, entry_id: string, set: WorkoutSet): Promise<void> {
  return write(operations.restoreSet(workout_id, entry_id, set));
}
