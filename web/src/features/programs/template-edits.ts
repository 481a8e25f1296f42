import { newId } from "@/lib/ids.ts";
import type { TemplateExercise, TemplateSet } from "./template-changes.ts";

const FIRST_SETS = 3;

const OPEN_SET: TemplateSet = {
  kind: "working",
  reps: null,
  weight: null,
  weight_unit: null,
  duration_s: null,
  distance: null,
  distance_unit: null,
  rpe: null,
  rir: null,
  side: null,
};

type Exercises = TemplateExercise[];

export function addExercise(exercises: readonly TemplateExercise[], exercise_id: string): Exercises {
  const sets = Array.from({ length: FIRST_SETS }, () => OPEN_SET);
  return [...exercises, { id: newId(), exercise_id, superset: null, notes: "", sets }];
}

export function changeExercise(exercises: readonly TemplateExercise[], id: string, fields: Partial<TemplateExercise>): Exercises {
  return exercises.map((exercise) => (exercise.id === id ? { ...exercise, ...fields } : exercise));
}

export function removeExercise(exercises: readonly TemplateExercise[], id: string): Exercises {
  return exercises.filter((exercise) => exercise.id !== id);
}

export function moveExercise(exercises: readonly TemplateExercise[], from: number, to: number): Exercises {
  const exercise = exercises[from];
  if (!exercise || to < 0 || to >= exercises.length) return [...exercises];
  return exercises.toSpliced(from, 1).toSpliced(to, 0, exercise);
}

/** Join an exercise to the next one as a superset, or part them. */
export function joinToNext(exercises: readonly TemplateExercise[], index: number): Exercises {
  const [exercise, next] = [exercises[index], exercises[index + 1]];
  if (!exercise || !next) return [...exercises];
  if (exercise.superset !== null && exercise.superset === next.superset) {
    // What follows stays together under a number of its own.
    const fresh = freshNumber(exercises);
    return exercises.map((one, place) => (place > index && one.superset === exercise.superset ? { ...one, superset: fresh } : one));
  }
  const superset = exercise.superset ?? next.superset ?? freshNumber(exercises);
  return exercises.map((one, place) => (place === index || place === index + 1 ? { ...one, superset } : one));
}

function freshNumber(exercises: readonly TemplateExercise[]): number {
  return Math.max(0, ...exercises.map((exercise) => exercise.superset ?? 0)) + 1;
}

/** One more set, like the last. */
export function addSet(sets: readonly TemplateSet[]): TemplateSet[] {
  return [...sets, sets.at(-1) ?? OPEN_SET];
}

export function changeSet(sets: readonly TemplateSet[], index: number, fields: Partial<TemplateSet>): TemplateSet[] {
  return sets.map((set, place) => (place === index ? { ...set, ...fields } : set));
}
