import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { toExerciseRow } from "@/db/changes.ts";
import type { Exercise } from "@/db/documents.ts";
import type { Result } from "@/lib/result.ts";
import { runOperation } from "@/sync/operation.ts";
import type { PreferenceFields } from "@/sync/operations.ts";
import { writeOperations } from "@/sync/outbox.ts";
import "./error-texts.ts";

export type PreferenceChange = PreferenceFields;

/** Favourite, unit, notes, rest or step of any exercise; only the named fields change. */
export function changePreference(exercise_id: string, change: PreferenceChange): Promise<void> {
  return writeOperations([{ name: "exercises.change_preference", path: { exercise_id }, body: change, local: null }]);
}

export type ExerciseCreate = components["schemas"]["ExerciseCreate"];
export type ExerciseChange = components["schemas"]["ExerciseChange"];

/** Make an own exercise under an id of the caller. */
export function createExercise(body: ExerciseCreate): Promise<void> {
  return writeOperations([{ name: "exercises.create", path: {}, body, local: null }]);
}

/** Change the named fields of an own exercise. */
export function changeExercise(exercise_id: string, body: ExerciseChange): Promise<void> {
  return writeOperations([{ name: "exercises.change", path: { exercise_id }, body, local: null }]);
}

/** Take an own exercise off the lists; workouts go on naming it. */
export function deleteExercise(exercise_id: string): Promise<Result<unknown, ApiError>> {
  return runOperation(
    { method: "delete", path: "/api/v1/exercises/{exercise_id}", init: { params: { path: { exercise_id } } } },
    (db) => db.exercises.update(exercise_id, { is_archived: true }),
  );
}

/** Undo of `deleteExercise`. */
export function restoreExercise(exercise_id: string): Promise<Result<Exercise, ApiError>> {
  return runOperation(
    { method: "post", path: "/api/v1/exercises/{exercise_id}/restore", init: { params: { path: { exercise_id } } } },
    (db, answer) => db.exercises.put(toExerciseRow(answer)),
  );
}
