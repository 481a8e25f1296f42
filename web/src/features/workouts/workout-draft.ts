import type { Workout, WorkoutExercise, WorkoutSet } from "@/db/documents.ts";

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

/** `track` and `prescription` where a program asks for the exercise. */
export interface DraftExercise
  extends
    Pick<WorkoutExercise, "id" | "exercise_id" | "superset" | "notes">,
    Partial<Pick<WorkoutExercise, "track" | "prescription">> {
  readonly sets: readonly DraftSet[];
}

/** A workout while it is being edited. Positions are the order of the lists. */
export interface WorkoutDraft
  extends Pick<Workout, "title" | "notes" | "started_at" | "finished_at" | "time_zone">, Partial<Pick<Workout, "program">> {
  readonly exercises: readonly DraftExercise[];
}

export function toDraft(workout: Workout): WorkoutDraft {
  const { title, notes, started_at, finished_at, time_zone, program = null } = workout;
  return { title, notes, started_at, finished_at, time_zone, program, exercises: workout.exercises.map(toDraftExercise) };
}

function toDraftExercise({
  id,
  exercise_id,
  superset,
  notes,
  sets,
  track = null,
  prescription = null,
}: WorkoutExercise): DraftExercise {
  return { id, exercise_id, superset, notes, track, prescription, sets: sets.map(toDraftSet) };
}

function toDraftSet(set: WorkoutSet): DraftSet {
  const { load_kg: _load_kg, distance_m: _distance_m, flagged: _flagged, position: _position, ...typed } = set;
  return typed;
}

/** Put the item at `from` where `to` is; nothing moves when either lies outside. */
export function move<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** Whether a set says anything; empty rows are not worth saving. */
export function isEmptySet(set: DraftSet): boolean {
  return set.weight === null && set.reps === null && set.duration_s === null && set.distance === null && set.notes === "";
}
