import { api, toResult } from "@/api/client.ts";
import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { toWorkoutRow } from "@/db/changes.ts";
import { findDb } from "@/db/current.ts";
import type { Workout } from "@/db/documents.ts";
import { ok, type Result } from "@/lib/result.ts";
import { runOperation } from "@/sync/operation.ts";
import { isEmptySet, type DraftExercise, type DraftSet, type WorkoutDraft } from "./workout-draft.ts";
import type { Edit } from "./workout-diff.ts";
import "./error-texts.ts";

type Schemas = components["schemas"];

/** Delete a workout here and on the server; it can be restored. */
export function deleteWorkout(workout_id: string): Promise<Result<unknown, ApiError>> {
  return runOperation(
    { method: "delete", path: "/api/v1/workouts/{workout_id}", init: { params: { path: { workout_id } } } },
    (db) => db.workouts.delete(workout_id),
  );
}

/** Undo of `deleteWorkout`. The document given is shown at once; the sync brings the server's. */
export function restoreWorkout(workout: Workout): Promise<Result<unknown, ApiError>> {
  const workout_id = workout.id;
  return runOperation(
    { method: "post", path: "/api/v1/workouts/{workout_id}/restore", init: { params: { path: { workout_id } } } },
    (db) => db.workouts.put(toWorkoutRow(workout)),
  );
}

/** Store a new workout. Empty set rows are left out. */
export function createWorkout(workout_id: string, draft: WorkoutDraft): Promise<Result<Workout, ApiError>> {
  const body = { id: workout_id, ...draft, exercises: draft.exercises.map((entry, position) => entryBody(entry, position)) };
  return runOperation({ method: "post", path: "/api/v1/workouts", init: { body } }, (db, workout) =>
    db.workouts.put(toWorkoutRow(workout)),
  );
}

/**
 * Send the edits of a workout one after another, then store what the server made of them.
 *
 * Stops at the first refusal; what was accepted before stays, and the caller's next difference is smaller.
 */
export async function saveEdits(workout_id: string, edits: readonly Edit[]): Promise<Result<Workout | null, ApiError>> {
  let failure: ApiError | null = null;
  for (const edit of edits) {
    const answer = await sendEdit(workout_id, edit);
    if (answer.ok) continue;
    failure = answer.error;
    break;
  }
  const stored = edits.length === 0 ? null : await refetchWorkout(workout_id);
  if (failure) return { ok: false, error: failure };
  return stored ?? ok(null);
}

async function refetchWorkout(workout_id: string): Promise<Result<Workout, ApiError>> {
  const answer = await toResult(api.GET("/api/v1/workouts/{workout_id}", { params: { path: { workout_id } } }));
  if (answer.ok) await findDb()?.workouts.put(toWorkoutRow(answer.value));
  return answer;
}

function sendEdit(workout_id: string, edit: Edit): Promise<Result<unknown, ApiError>> {
  switch (edit.kind) {
    case "change_workout":
      return runOperation({
        method: "patch",
        path: "/api/v1/workouts/{workout_id}",
        init: { params: { path: { workout_id } }, body: named<Schemas["WorkoutChange"]>(edit.fields) },
      });
    case "add_entry":
      return runOperation({
        method: "post",
        path: "/api/v1/workouts/{workout_id}/exercises",
        init: { params: { path: { workout_id } }, body: entryBody(edit.entry, edit.position) },
      });
    case "add_set":
      return runOperation({
        method: "post",
        path: "/api/v1/workouts/{workout_id}/exercises/{entry_id}/sets",
        init: { params: { path: { workout_id, entry_id: edit.entry_id } }, body: setBody(edit.set, edit.position) },
      });
    case "change_entry":
    case "delete_entry":
    case "restore_entry":
      return sendEntryEdit(workout_id, edit);
    case "change_set":
    case "delete_set":
    case "restore_set":
      return sendSetEdit(workout_id, edit);
  }
}

type EntryEdit = Extract<Edit, { kind: "change_entry" | "delete_entry" | "restore_entry" }>;

function sendEntryEdit(workout_id: string, edit: EntryEdit): Promise<Result<unknown, ApiError>> {
  const params = { path: { workout_id, entry_id: edit.entry_id } };
  const path = "/api/v1/workouts/{workout_id}/exercises/{entry_id}";
  switch (edit.kind) {
    case "change_entry":
      return runOperation({ method: "patch", path, init: { params, body: named<Schemas["WorkoutExerciseChange"]>(edit.fields) } });
    case "delete_entry":
      return runOperation({ method: "delete", path, init: { params } });
    case "restore_entry":
      return runOperation({ method: "post", path: `${path}/restore`, init: { params } });
  }
}

type SetEdit = Extract<Edit, { kind: "change_set" | "delete_set" | "restore_set" }>;

function sendSetEdit(workout_id: string, edit: SetEdit): Promise<Result<unknown, ApiError>> {
  const params = { path: { workout_id, set_id: edit.set_id } };
  const path = "/api/v1/workouts/{workout_id}/sets/{set_id}";
  switch (edit.kind) {
    case "change_set":
      return runOperation({ method: "patch", path, init: { params, body: named<Schemas["SetChange"]>(edit.fields) } });
    case "delete_set":
      return runOperation({ method: "delete", path, init: { params } });
    case "restore_set":
      return runOperation({ method: "post", path: `${path}/restore`, init: { params } });
  }
}

/** The generated types call fields with a default required; the server changes only those that are named. */
function named<Change>(fields: Partial<Change>): Change {
  return fields as Change;
}

function entryBody({ sets, ...entry }: DraftExercise, position: number) {
  return { ...entry, position, sets: sets.filter((set) => !isEmptySet(set)).map((set, place) => setBody(set, place)) };
}

function setBody(set: DraftSet, position: number) {
  return { ...set, position };
}
