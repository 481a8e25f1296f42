import type { Workout, WorkoutExercise } from "@/db/documents.ts";
import { placeInOrder } from "./place-in-order.ts";
import type { DraftExercise, DraftSet, WorkoutDraft } from "./workout-draft.ts";

export type WorkoutFields = Partial<Pick<WorkoutDraft, "title" | "notes" | "started_at" | "finished_at">>;
export type EntryFields = Partial<Pick<DraftExercise, "exercise_id" | "superset" | "notes"> & { position: number }>;
export type SetFields = Partial<Omit<DraftSet, "id"> & { position: number }>;

/** One API operation of a save, as data. Order matters: what is added comes before what refers to it. */
export type Edit =
  | { readonly kind: "change_workout"; readonly fields: WorkoutFields }
  | { readonly kind: "add_entry"; readonly entry: DraftExercise; readonly position: number }
  | { readonly kind: "change_entry"; readonly entry_id: string; readonly fields: EntryFields }
  | { readonly kind: "delete_entry" | "restore_entry"; readonly entry_id: string }
  | { readonly kind: "add_set"; readonly entry_id: string; readonly set: DraftSet; readonly position: number }
  | { readonly kind: "change_set"; readonly set_id: string; readonly fields: SetFields }
  | { readonly kind: "delete_set" | "restore_set"; readonly set_id: string };

/**
 * The fewest operations that turn a workout into a draft of it.
 *
 * Only changed fields are named, so that an edit of another device to another field survives.
 * `deleted_ids` are rows the server keeps as deleted: they are restored instead of added.
 */
export function diffWorkout(before: Workout, after: WorkoutDraft, deleted_ids: ReadonlySet<string> = new Set()): Edit[] {
  const edits: Edit[] = [];
  const fields = changed(before, after, ["title", "notes", "started_at", "finished_at"]);
  if (Object.keys(fields).length > 0) edits.push({ kind: "change_workout", fields });
  const beforeById = new Map(before.exercises.map((entry) => [entry.id, entry]));
  const kept = new Set(after.exercises.map((entry) => entry.id));
  for (const { id } of before.exercises) if (!kept.has(id)) edits.push({ kind: "delete_entry", entry_id: id });
  const positions = placeInOrder(after.exercises, (id) => beforeById.get(id)?.position);
  for (const [index, entry] of after.exercises.entries()) {
    const position = positions[index] ?? index;
    const old = beforeById.get(entry.id);
    if (old) edits.push(...diffEntry(old, entry, position, deleted_ids));
    else if (deleted_ids.has(entry.id)) edits.push({ kind: "restore_entry", entry_id: entry.id });
    else edits.push({ kind: "add_entry", entry, position });
  }
  return edits;
}

function diffEntry(before: WorkoutExercise, after: DraftExercise, position: number, deleted_ids: ReadonlySet<string>): Edit[] {
  const entry_id = after.id;
  const edits: Edit[] = [];
  const fields: EntryFields = changed(before, after, ["exercise_id", "superset", "notes"]);
  if (before.position !== position) fields.position = position;
  if (Object.keys(fields).length > 0) edits.push({ kind: "change_entry", entry_id, fields });

  const beforeById = new Map(before.sets.map((set) => [set.id, set]));
  const kept = new Set(after.sets.map((set) => set.id));
  for (const { id } of before.sets) if (!kept.has(id)) edits.push({ kind: "delete_set", set_id: id });
  const positions = placeInOrder(after.sets, (id) => beforeById.get(id)?.position);
  for (const [index, set] of after.sets.entries()) {
    const set_position = positions[index] ?? index;
    const old = beforeById.get(set.id);
    if (!old) {
      if (deleted_ids.has(set.id)) edits.push({ kind: "restore_set", set_id: set.id });
      else edits.push({ kind: "add_set", entry_id, set, position: set_position });
      continue;
    }
    const set_fields: SetFields = changed(old, set, SET_FIELDS);
    if (old.position !== set_position) set_fields.position = set_position;
    if (Object.keys(set_fields).length > 0) edits.push({ kind: "change_set", set_id: set.id, fields: set_fields });
  }
  return edits;
}

const SET_FIELDS = [
  "kind",
  "completed",
  "weight",
  "weight_unit",
  "reps",
  "duration_s",
  "distance",
  "distance_unit",
  "rpe",
  "rir",
  "notes",
] as const satisfies readonly (keyof DraftSet)[];

function changed<Row extends object, Field extends keyof Row>(
  before: Row,
  after: Pick<Row, Field>,
  names: readonly Field[],
): Partial<Pick<Row, Field>> {
  const fields: Partial<Pick<Row, Field>> = {};
  for (const name of names) if (before[name] !== after[name]) fields[name] = after[name];
  return fields;
}
