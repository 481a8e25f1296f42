import type { WorkoutExercise, WorkoutRow, WorkoutSet } from "@/db/documents.ts";
import { localDate, toIso } from "@/lib/clock.ts";
import { changedSet, inOrder, newSet } from "./apply-sets.ts";
import type { EntryBody, EntryFields, WorkoutBody, WorkoutFields, WorkoutOperation } from "./operations.ts";

/**
 * Where rows that are missing may come from while operations are replayed over a pulled document.
 *
 * Another device may have deleted what this one has edited since: the edit brings it back, so it
 * must be found in the row of this device. What a replayed deletion takes away is kept in `gone`.
 */
export interface Sources {
  readonly current: WorkoutRow | null;
  readonly gone: {
    workout: WorkoutRow | null;
    readonly entries: Map<string, WorkoutExercise>;
    readonly sets: Map<string, WorkoutSet>;
  };
}

export function noSources(current: WorkoutRow | null): Sources {
  return { current, gone: { workout: null, entries: new Map(), sets: new Map() } };
}

/**
 * One operation on a workout of this device, as the server would do it; null is "deleted or not there".
 *
 * What does not fit (an edit of a row that nobody knows) changes nothing: the server will refuse it.
 */
export function applyToWorkout(row: WorkoutRow | null, operation: WorkoutOperation, sources: Sources): WorkoutRow | null {
  switch (operation.name) {
    case "workouts.create":
      return row ?? newWorkout(operation.body);
    case "workouts.restore":
      return row ?? sources.gone.workout ?? (operation.local as WorkoutRow);
    case "workouts.delete":
      sources.gone.workout = row ?? sources.gone.workout;
      return null;
    default:
      return row && withExerciseIds(row, applyInside(row, operation, sources));
  }
}

type InsideOperation = Exclude<WorkoutOperation, { name: "workouts.create" | "workouts.restore" | "workouts.delete" }>;

function applyInside(row: WorkoutRow, operation: InsideOperation, sources: Sources): WorkoutRow {
  switch (operation.name) {
    case "workouts.change":
      return changedWorkout(row, operation.body);
    case "workouts.add_exercise":
      return addEntry(row, newEntry(operation.body));
    case "workouts.reorder_exercises":
      return reordered(row, operation.body.ids);
    case "workouts.change_exercise":
      return editEntry(row, operation.path.entry_id, sources, (entry) => changedEntry(entry, operation.body));
    case "workouts.delete_exercise": {
      const entry = row.exercises.find(({ id }) => id === operation.path.entry_id);
      if (!entry) return row;
      sources.gone.entries.set(entry.id, entry);
      return { ...row, exercises: row.exercises.filter((one) => one !== entry) };
    }
    case "workouts.restore_exercise": {
      const entry = sources.gone.entries.get(operation.path.entry_id) ?? operation.local;
      return entry ? addEntry(row, entry) : row;
    }
    case "workouts.log_set":
      return editEntry(row, operation.path.entry_id, sources, (entry) => addSet(entry, newSet(operation.body)));
    case "workouts.change_set":
      return editSet(row, operation.path.set_id, sources, (set) => changedSet(set, operation.body));
    case "workouts.delete_set":
      return editSet(row, operation.path.set_id, noSources(null), (set) => {
        sources.gone.sets.set(set.id, set);
        return null;
      });
    case "workouts.restore_set": {
      // What this device never had comes with the next pull.
      if (!operation.local) return row;
      const { entry_id, set } = operation.local;
      const restored = sources.gone.sets.get(set.id) ?? set;
      return editEntry(row, entry_id, sources, (entry) => addSet(entry, restored));
    }
  }
}

function newWorkout(body: WorkoutBody): WorkoutRow {
  const started_ms = Date.parse(body.started_at);
  const row = {
    id: body.id,
    rev: 0,
    started_at: toIso(started_ms),
    finished_at: isoOrNull(body.finished_at),
    has_time: true,
    time_zone: body.time_zone,
    local_date: localDate(started_ms, body.time_zone),
    title: body.title ?? "",
    notes: body.notes ?? "",
    bodyweight_kg: null,
    source: "fitfolio",
    template_id: body.template_id ?? null,
    program: body.program ?? null,
    exercises: inOrder((body.exercises ?? []).map(newEntry)),
    exercise_ids: [],
  } satisfies WorkoutRow;
  return withExerciseIds(null, row);
}

/** Null means something for the end only: the workout runs again. */
function changedWorkout(row: WorkoutRow, fields: WorkoutFields): WorkoutRow {
  const started_at = fields.started_at ? toIso(Date.parse(fields.started_at)) : row.started_at;
  const time_zone = fields.time_zone ?? row.time_zone;
  // A day without a clock time gets one as soon as somebody states it.
  const has_time = row.has_time || started_at !== row.started_at;
  return {
    ...row,
    started_at,
    time_zone,
    has_time,
    finished_at: fields.finished_at === undefined ? row.finished_at : isoOrNull(fields.finished_at),
    local_date: has_time ? localDate(Date.parse(started_at), time_zone) : row.local_date,
    title: fields.title ?? row.title,
    notes: fields.notes ?? row.notes,
    program: fields.program === undefined ? (row.program ?? null) : fields.program,
  };
}

function newEntry(body: EntryBody): WorkoutExercise {
  const { id, exercise_id, position } = body;
  const { track = null, prescription = null } = body;
  const sets = inOrder((body.sets ?? []).map(newSet));
  return { id, exercise_id, position, superset: body.superset ?? null, notes: body.notes ?? "", track, prescription, sets };
}

function changedEntry(entry: WorkoutExercise, fields: EntryFields): WorkoutExercise {
  return {
    ...entry,
    exercise_id: fields.exercise_id ?? entry.exercise_id,
    position: fields.position ?? entry.position,
    superset: fields.superset === undefined ? entry.superset : fields.superset,
    notes: fields.notes ?? entry.notes,
  };
}

function addEntry(row: WorkoutRow, entry: WorkoutExercise): WorkoutRow {
  if (row.exercises.some(({ id }) => id === entry.id)) return row;
  return { ...row, exercises: inOrder([...row.exercises, entry]) };
}

function addSet(entry: WorkoutExercise, set: WorkoutSet): WorkoutExercise {
  if (entry.sets.some(({ id }) => id === set.id)) return entry;
  return { ...entry, sets: inOrder([...entry.sets, set]) };
}

function reordered(row: WorkoutRow, ids: readonly string[]): WorkoutRow {
  const placeById = new Map([...new Set(ids)].map((id, place) => [id, place]));
  const named = row.exercises.filter(({ id }) => placeById.has(id));
  const others = row.exercises.filter(({ id }) => !placeById.has(id));
  const order = [...named.toSorted((a, b) => (placeById.get(a.id) ?? 0) - (placeById.get(b.id) ?? 0)), ...others];
  return { ...row, exercises: order.map((entry, position) => ({ ...entry, position })) };
}

function editEntry(
  row: WorkoutRow,
  entry_id: string,
  { current }: Sources,
  edit: (entry: WorkoutExercise) => WorkoutExercise,
): WorkoutRow {
  const found = row.exercises.find(({ id }) => id === entry_id) ?? current?.exercises.find(({ id }) => id === entry_id);
  if (!found) return row;
  return { ...row, exercises: inOrder([...row.exercises.filter(({ id }) => id !== entry_id), edit(found)]) };
}

/** `edit` gives null for a set that goes. */
function editSet(row: WorkoutRow, set_id: string, sources: Sources, edit: (set: WorkoutSet) => WorkoutSet | null): WorkoutRow {
  const holds = (entry: WorkoutExercise) => entry.sets.some(({ id }) => id === set_id);
  const inside = row.exercises.find(holds);
  const before = inside ?? sources.current?.exercises.find(holds);
  const set = before?.sets.find(({ id }) => id === set_id);
  if (!before || !set) return row;
  const edited = edit(set);
  return editEntry(row, before.id, sources, (entry) => ({
    ...entry,
    sets: inOrder([...entry.sets.filter(({ id }) => id !== set_id), ...(edited ? [edited] : [])]),
  }));
}

function withExerciseIds(before: WorkoutRow | null, row: WorkoutRow): WorkoutRow {
  if (before?.exercises === row.exercises) return row;
  return { ...row, exercise_ids: [...new Set(row.exercises.map(({ exercise_id }) => exercise_id))] };
}

function isoOrNull(time: string | null | undefined): string | null {
  return time ? toIso(Date.parse(time)) : null;
}
