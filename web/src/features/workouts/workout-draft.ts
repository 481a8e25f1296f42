import type { Workout, WorkoutExercise, WorkoutSet } from "@/db/documents.ts";
import { newId } from "@/lib/ids.ts";
import type { SetKind } from "@/training/sets.ts";

/** A set while it is being edited: what was typed, without anything derived from it. */
export type DraftSet = Pick<
  WorkoutSet,
  | "id"
  | "kind"
  | "completed"
  | "weight"
  | "weight_unit"
  | "reps"
  | "duration_s"
  | "distance"
  | "distance_unit"
  | "rpe"
  | "rir"
  | "notes"
  | "side"
> & {
  /** When it was done; null or left out: not known. */
  readonly logged_at?: string | null;
};

export interface DraftExercise extends Pick<WorkoutExercise, "id" | "exercise_id" | "superset" | "notes"> {
  readonly sets: readonly DraftSet[];
}

/** A workout while it is being edited. Positions are the order of the lists. */
export interface WorkoutDraft extends Pick<Workout, "title" | "notes" | "started_at" | "finished_at" | "time_zone"> {
  readonly exercises: readonly DraftExercise[];
}

export function toDraft(workout: Workout): WorkoutDraft {
  const { title, notes, started_at, finished_at, time_zone } = workout;
  return { title, notes, started_at, finished_at, time_zone, exercises: workout.exercises.map(toDraftExercise) };
}

function toDraftExercise({ id, exercise_id, superset, notes, sets }: WorkoutExercise): DraftExercise {
  return { id, exercise_id, superset, notes, sets: sets.map(toDraftSet) };
}

function toDraftSet(set: WorkoutSet): DraftSet {
  const { load_kg: _load_kg, distance_m: _distance_m, flagged: _flagged, position: _position, ...typed } = set;
  return typed;
}

/** A new set that repeats the last one, since the next is nearly always the same. */
export function nextSet(sets: readonly DraftSet[]): DraftSet {
  const last = sets.at(-1);
  const empty: DraftSet = {
    id: newId(),
    kind: "working",
    completed: true,
    weight: null,
    weight_unit: null,
    reps: null,
    duration_s: null,
    distance: null,
    distance_unit: null,
    rpe: null,
    rir: null,
    side: null,
    notes: "",
  };
  if (!last) return empty;
  return { ...last, id: empty.id, notes: "", rpe: null, rir: null, logged_at: null };
}

export function newDraftExercise(exercise_id: string): DraftExercise {
  return { id: newId(), exercise_id, superset: null, notes: "", sets: [nextSet([])] };
}

export function changeExercise(
  draft: WorkoutDraft,
  entry_id: string,
  change: (entry: DraftExercise) => DraftExercise,
): WorkoutDraft {
  return { ...draft, exercises: draft.exercises.map((entry) => (entry.id === entry_id ? change(entry) : entry)) };
}

export function changeSet(entry: DraftExercise, set_id: string, change: Partial<DraftSet>): DraftExercise {
  return { ...entry, sets: entry.sets.map((set) => (set.id === set_id ? { ...set, ...change } : set)) };
}

export function removeSet(entry: DraftExercise, set_id: string): DraftExercise {
  return { ...entry, sets: entry.sets.filter((set) => set.id !== set_id) };
}

/** Put the item at `from` where `to` is; nothing moves when either lies outside. */
export function move<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** Join an exercise to the one before it as a superset, or take it out of one. */
export function toggleSuperset(draft: WorkoutDraft, entry_id: string): WorkoutDraft {
  const index = draft.exercises.findIndex((entry) => entry.id === entry_id);
  const entry = draft.exercises[index];
  const before = draft.exercises[index - 1];
  if (!entry || !before) return draft;
  const joined = entry.superset !== null && entry.superset === before.superset;
  if (joined) return changeExercise(draft, entry_id, (one) => ({ ...one, superset: null }));
  const numbers = draft.exercises.map((one) => one.superset ?? 0);
  const superset = before.superset ?? Math.max(0, ...numbers) + 1;
  const paired = changeExercise(draft, before.id, (one) => ({ ...one, superset }));
  return changeExercise(paired, entry_id, (one) => ({ ...one, superset }));
}

/** Whether a set says anything; empty rows are not worth saving. */
export function isEmptySet(set: DraftSet): boolean {
  return set.weight === null && set.reps === null && set.duration_s === null && set.distance === null && set.notes === "";
}

/** Kinds in the order a tap on the badge goes through them. */
export function nextKind(kind: SetKind, kinds: readonly SetKind[]): SetKind {
  return kinds[(kinds.indexOf(kind) + 1) % kinds.length] ?? "working";
}

/** Rows without any value say nothing; those that had one before are kept as they are cleared. */
export function withoutEmptySets(draft: WorkoutDraft): WorkoutDraft {
  return {
    ...draft,
    exercises: draft.exercises.map((entry) => ({ ...entry, sets: entry.sets.filter((set) => !isEmptySet(set)) })),
  };
}
