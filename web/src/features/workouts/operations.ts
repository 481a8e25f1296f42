import type { WorkoutExercise, WorkoutSet } from "@/db/documents.ts";
import type { EntryBody, EntryFields, SetBody, SetFields, WorkoutFields, WorkoutOperation } from "@/sync/operations.ts";
import type { DraftExercise, DraftSet, WorkoutDraft } from "./workout-draft.ts";

/** Drafts and differences as the operations that make them true. */
export function createWorkout(id: string, template_id: string | null, draft: WorkoutDraft): WorkoutOperation {
  const body = { ...draft, id, template_id, exercises: draft.exercises.map(entryBody) };
  return { name: "workouts.create", path: {}, body, local: null };
}

export function addExercise(workout_id: string, entry: DraftExercise, position: number): WorkoutOperation {
  return { name: "workouts.add_exercise", path: { workout_id }, body: entryBody(entry, position), local: null };
}

export function restoreExercise(workout_id: string, entry: WorkoutExercise): WorkoutOperation {
  return { name: "workouts.restore_exercise", path: { workout_id, entry_id: entry.id }, body: null, local: entry };
}

export function logSet(workout_id: string, entry_id: string, set: DraftSet, position: number): WorkoutOperation {
  return { name: "workouts.log_set", path: { workout_id, entry_id }, body: setBody(set, position), local: null };
}

export function restoreSet(workout_id: string, entry_id: string, set: WorkoutSet): WorkoutOperation {
  return { name: "workouts.restore_set", path: { workout_id, set_id: set.id }, body: null, local: { entry_id, set } };
}

export function changeWorkout(workout_id: string, body: WorkoutFields): WorkoutOperation {
  return { name: "workouts.change", path: { workout_id }, body, local: null };
}

export function changeExercise(workout_id: string, entry_id: string, body: EntryFields): WorkoutOperation {
  return { name: "workouts.change_exercise", path: { workout_id, entry_id }, body, local: null };
}

export function reorderExercises(workout_id: string, ids: readonly string[]): WorkoutOperation {
  return { name: "workouts.reorder_exercises", path: { workout_id }, body: { ids }, local: null };
}

export function deleteExercise(workout_id: string, entry_id: string): WorkoutOperation {
  return { name: "workouts.delete_exercise", path: { workout_id, entry_id }, body: null, local: null };
}

export function changeSet(workout_id: string, set_id: string, body: SetFields): WorkoutOperation {
  return { name: "workouts.change_set", path: { workout_id, set_id }, body, local: null };
}

export function deleteSet(workout_id: string, set_id: string): WorkoutOperation {
  return { name: "workouts.delete_set", path: { workout_id, set_id }, body: null, local: null };
}

function entryBody({ sets, ...entry }: DraftExercise, position: number): EntryBody {
  return { ...entry, position, sets: sets.map(setBody) };
}

function setBody(set: DraftSet, position: number): SetBody {
  return { ...set, position };
}
