import type { Workout, WorkoutExercise, WorkoutSet } from "@/db/documents.ts";
import { toKg } from "@/training/units.ts";
import { METRES_PER } from "./set-values.ts";
import type { DraftExercise, DraftSet } from "./workout-draft.ts";

/** Changes of a workout document as the screen shows them at once, before anything is stored. Each is safe to repeat. */
export type WorkoutEdit = (workout: Workout) => Workout;

export type SetFields = Partial<Omit<WorkoutSet, "id" | "load_kg" | "distance_m" | "flagged">>;
export type EntryFields = Partial<Pick<WorkoutExercise, "exercise_id" | "superset" | "notes" | "position">>;

/** What is derived from what was typed, as the server derives it. */
function withDerived(set: WorkoutSet): WorkoutSet {
  return {
    ...set,
    load_kg: set.weight === null ? null : toKg(set.weight, set.weight_unit ?? "kg"),
    distance_m: set.distance === null ? null : set.distance * METRES_PER[set.distance_unit ?? "m"],
  };
}

export function toWorkoutSet(set: DraftSet, position: number): WorkoutSet {
  return withDerived({ ...set, position, load_kg: null, distance_m: null, flagged: null });
}

export function toWorkoutExercise({ sets, ...entry }: DraftExercise, position: number): WorkoutExercise {
  return { ...entry, position, sets: sets.map((set, place) => toWorkoutSet(set, place)) };
}

function mapEntries(workout: Workout, change: (entry: WorkoutExercise) => WorkoutExercise): Workout {
  return { ...workout, exercises: workout.exercises.map(change) };
}

const byPosition = (a: { readonly position: number }, b: { readonly position: number }) => a.position - b.position;

export const editSet =
  (set_id: string, fields: SetFields): WorkoutEdit =>
  (workout) =>
    mapEntries(workout, (entry) => {
      if (!entry.sets.some((set) => set.id === set_id)) return entry;
      const sets = entry.sets.map((set) => (set.id === set_id ? withDerived({ ...set, ...fields, flagged: null }) : set));
      return { ...entry, sets: fields.position === undefined ? sets : sets.toSorted(byPosition) };
    });

export const insertSet =
  (entry_id: string, set: DraftSet, position: number): WorkoutEdit =>
  (workout) =>
    mapEntries(workout, (entry) => {
      if (entry.id !== entry_id) return entry;
      const others = entry.sets.filter((one) => one.id !== set.id);
      return { ...entry, sets: [...others, toWorkoutSet(set, position)].toSorted(byPosition) };
    });

export const dropSet =
  (set_id: string): WorkoutEdit =>
  (workout) =>
    mapEntries(workout, (entry) => ({ ...entry, sets: entry.sets.filter((set) => set.id !== set_id) }));

export const editEntry =
  (entry_id: string, fields: EntryFields): WorkoutEdit =>
  (workout) =>
    mapEntries(workout, (entry) => (entry.id === entry_id ? { ...entry, ...fields } : entry));

export const insertEntry =
  (entry: DraftExercise, position: number): WorkoutEdit =>
  (workout) => {
    const others = workout.exercises.filter((one) => one.id !== entry.id);
    return { ...workout, exercises: [...others, toWorkoutExercise(entry, position)].toSorted(byPosition) };
  };

export const dropEntry =
  (entry_id: string): WorkoutEdit =>
  (workout) => ({ ...workout, exercises: workout.exercises.filter((entry) => entry.id !== entry_id) });

export const orderEntries =
  (ids: readonly string[]): WorkoutEdit =>
  (workout) => ({
    ...workout,
    exercises: workout.exercises.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((entry, position) => ({ ...entry, position })),
  });

export const editWorkout =
  (fields: Partial<Pick<Workout, "title" | "notes" | "started_at" | "finished_at">>): WorkoutEdit =>
  (workout) => ({ ...workout, ...fields });
