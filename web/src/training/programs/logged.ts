/** Workouts as they are stored and sent, read as facts and done slots; the twin of the server's `logged.py`. */
import type { SetKind } from "../sets.ts";
import { toKg, type WeightUnit } from "../units.ts";
import { fact, type DoneSet, type DoneSlot, type Fact } from "./facts.ts";

export interface LoggedSet {
  readonly position: number;
  readonly kind: SetKind;
  readonly completed: boolean;
  readonly weight: number | null;
  readonly weight_unit: WeightUnit | null;
  readonly reps: number | null;
  readonly duration_s: number | null;
  readonly distance_m: number | null;
  readonly rpe: number | null;
  readonly rir: number | null;
  readonly side?: "left" | "right" | null;
}

export interface LoggedExercise {
  readonly exercise_id: string;
  readonly position: number;
  readonly track?: string | null;
  readonly prescription?: { readonly exercise: string } | null;
  readonly sets: readonly LoggedSet[];
}

/** A workout's document, as far as programs read it. */
export interface LoggedWorkout {
  readonly id: string;
  readonly finished_at: string | null;
  readonly local_date: string;
  readonly program?: { readonly enrolment_id: string; readonly week: number; readonly day: number } | null;
  readonly exercises: readonly LoggedExercise[];
}

/** (exercise id, text of the program that was planned) → the text a program has for this exercise. */
export type ExerciseText = (exercise_id: string, planned: string) => string;

/**
 * How exercises are called in an enrolment's program.
 *
 * `chosen` has exercise ids by the texts that the library does not have, as the lifter answered;
 * `slugOf` gives the library's slug of an id, null for an exercise of one's own. The result is the
 * planned text where it means the exercise, else its slug, else a text that was chosen for it, else
 * the id itself, which no program has.
 */
export function exerciseTexts(chosen: Readonly<Record<string, string>>, slugOf: (id: string) => string | null): ExerciseText {
  return (exercise_id, planned) => {
    const slug = slugOf(exercise_id);
    if (planned === slug || chosen[planned] === exercise_id) return planned;
    return slug ?? Object.keys(chosen).find((text) => chosen[text] === exercise_id) ?? exercise_id;
  };
}

/**
 * Facts of the finished workouts that were done for a program, of one enrolment where it is given.
 *
 * A workout counts from the moment it was finished: what was logged while it was running, an exercise
 * swapped from today on say, is true of it already.
 */
export function factsOfWorkouts(
  workouts: readonly LoggedWorkout[],
  textOf: ExerciseText,
  enrolment_id: string | null = null,
): readonly Fact[] {
  return workouts.flatMap((workout) => {
    const { program } = workout;
    if (!workout.finished_at || !program || (enrolment_id !== null && program.enrolment_id !== enrolment_id)) return [];
    const { week, day } = program;
    const at = Date.parse(workout.finished_at);
    return [fact({ kind: "workout", id: workout.id, at, date: workout.local_date, week, day, slots: doneSlots(workout, textOf) })];
  });
}

/** What a workout, finished or running, has of each track; exercises added to it have none. */
export function doneSlots(workout: Pick<LoggedWorkout, "exercises">, textOf: ExerciseText): readonly DoneSlot[] {
  return inOrder(workout.exercises).flatMap(({ track, prescription, exercise_id, sets }) =>
    track ? [{ track, sets: doneSets(inOrder(sets)), exercise: textOf(exercise_id, prescription?.exercise ?? "") }] : [],
  );
}

function inOrder<T extends { readonly position: number }>(rows: readonly T[]): readonly T[] {
  return rows.toSorted((one, other) => one.position - other.position);
}

/** Sets in their order; left and right of a one-sided exercise are one set, in the place of the first. */
function doneSets(sets: readonly LoggedSet[]): readonly DoneSet[] {
  const done: DoneSet[] = [];
  const waiting: Record<"left" | "right", number[]> = { left: [], right: [] };
  const sides = new Set<string>();
  for (const one of sets) {
    const found = doneSetOf(one);
    const side = one.side ?? null;
    if (side === null || found.kind === "warm_up") {
      done.push(found);
      continue;
    }
    sides.add(side);
    const place = waiting[side === "left" ? "right" : "left"].shift();
    const other = place === undefined ? undefined : done[place];
    if (place !== undefined && other) {
      done[place] = weaker(other, found);
    } else {
      waiting[side].push(done.length);
      done.push(found);
    }
  }
  if (sides.size < 2) return done;
  const alone = new Set([...waiting.left, ...waiting.right]);
  return done.map((one, place) => (alone.has(place) ? { ...one, completed: false } : one)); // the other side was left out
}

function doneSetOf(one: LoggedSet): DoneSet {
  return {
    kind: one.kind,
    weight: one.weight,
    unit: one.weight_unit,
    reps: one.reps,
    seconds: one.duration_s,
    metres: one.distance_m,
    rpe: one.rpe,
    rir: one.rir,
    completed: one.completed,
  };
}

/** The less of each: a set is as good as its weaker side. */
function weaker(one: DoneSet, other: DoneSet): DoneSet {
  const { weight, unit } = load(other) < load(one) ? other : one;
  return {
    kind: one.kind,
    weight,
    unit,
    reps: less(one.reps, other.reps),
    seconds: less(one.seconds, other.seconds),
    metres: less(one.metres, other.metres),
    rpe: one.rpe === null || other.rpe === null ? (one.rpe ?? other.rpe) : Math.max(one.rpe, other.rpe),
    rir: one.rir === null || other.rir === null ? (one.rir ?? other.rir) : Math.min(one.rir, other.rir),
    completed: one.completed && other.completed,
  };
}

/** Kilograms, and more than any weight where none was typed, so that the other side's is taken. */
function load(one: DoneSet): number {
  return one.weight === null ? Number.POSITIVE_INFINITY : toKg(one.weight, one.unit ?? "kg");
}

function less(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.min(one, other);
}
