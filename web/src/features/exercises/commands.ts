import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { toExerciseRow } from "@/db/changes.ts";
import type { Exercise } from "@/db/documents.ts";
import type { Result } from "@/lib/result.ts";
import { runOperation } from "@/sync/operation.ts";
import "./error-texts.ts";

export type PreferenceChange = components["schemas"]["PreferenceChange"];

/** Favourite, unit or notes of any exercise; only the named fields change. */
export function changePreference(exercise_id: string, change: PreferenceChange): Promise<Result<unknown, ApiError>> {
  return runOperation(
    {
      method: "patch",
      path: "/api/v1/exercises/{exercise_id}/preferences",
      init: { params: { path: { exercise_id } }, body: change },
    },
    (db, answer) => db.exercise_preferences.put({ ...answer, id: exercise_id }),
  );
}

export type ExerciseCreate = components["schemas"]["ExerciseCreate"];
export type ExerciseChange = components["schemas"]["ExerciseChange"];

/** Make an own exercise; the id is made here, so sending it twice makes one. */
export function createExercise(body: ExerciseCreate): Promise<Result<Exercise, ApiError>> {
  return runOperation({ method: "post", path: "/api/v1/exercises", init: { body } }, (db, answer) =>
    db.exercises.put(toExerciseRow(answer)),
  );
}

/** Change the named fields of an own exercise. */
export function changeExercise(exercise_id: string, body: ExerciseChange): Promise<Result<Exercise, ApiError>> {
  return runOperation(
    { method: "patch", path: "/api/v1/exercises/{exercise_id}", init: { params: { path: { exercise_id } }, body } },
    (db, answer) => db.exercises.put(toExerciseRow(answer)),
  );
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
