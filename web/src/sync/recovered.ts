import type { Recovered } from "@/db/documents.ts";
import type { Operation, WorkoutOperation } from "./operations.ts";
import { writeOperations } from "./outbox.ts";

/** Take a recovered value off the list; what was kept stays. */
export function dismissRecovered(recovered: Recovered): Promise<void> {
  return writeOperations([dismissal(recovered)]);
}

/** Make the lost side true after all: an ordinary, newer change, which every device then sees. */
export function takeLostValue(recovered: Recovered): Promise<void> {
  return writeOperations([...lostAsOperations(recovered), dismissal(recovered)]);
}

function dismissal(recovered: Recovered): Operation {
  return { name: "sync.dismiss_recovered", path: { recovered_id: recovered.id }, body: null, local: recovered };
}

export function lostAsOperations({ kind, entity, workout_id, entity_id, field, lost_value }: Recovered): WorkoutOperation[] {
  const at = { entity, workout_id, entity_id };
  if (kind === "delete_undone") return [deletionOf(at)];
  const fields = kind === "field" ? { [field ?? ""]: lost_value } : ((lost_value ?? {}) as object);
  return kind === "field" ? [changeOf(at, fields)] : [restoreOf(at), changeOf(at, fields)];
}

type At = Pick<Recovered, "entity" | "workout_id" | "entity_id">;

function changeOf({ entity, workout_id, entity_id }: At, body: object): WorkoutOperation {
  if (entity === "workout") return { name: "workouts.change", path: { workout_id }, body, local: null };
  if (entity === "exercise")
    return { name: "workouts.change_exercise", path: { workout_id, entry_id: entity_id }, body, local: null };
  return { name: "workouts.change_set", path: { workout_id, set_id: entity_id }, body, local: null };
}

function restoreOf({ entity, workout_id, entity_id }: At): WorkoutOperation {
  if (entity === "workout") return { name: "workouts.restore", path: { workout_id }, body: null, local: null };
  if (entity === "exercise")
    return { name: "workouts.restore_exercise", path: { workout_id, entry_id: entity_id }, body: null, local: null };
  return { name: "workouts.restore_set", path: { workout_id, set_id: entity_id }, body: null, local: null };
}

function deletionOf({ entity, workout_id, entity_id }: At): WorkoutOperation {
  if (entity === "workout") return { name: "workouts.delete", path: { workout_id }, body: null, local: null };
  if (entity === "exercise")
    return { name: "workouts.delete_exercise", path: { workout_id, entry_id: entity_id }, body: null, local: null };
  return { name: "workouts.delete_set", path: { workout_id, set_id: entity_id }, body: null, local: null };
}
