/** What this device knows of an exercise: the last time, the bests, and what a set beats. Nothing here asks the server. */
import type { WorkoutSet } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { collectInSlices } from "@/lib/yield-to-page.ts";
import { exerciseDays, type ExerciseDay } from "@/training/history.ts";
import { advanceBests, recordKey, setEvents, type Bests, type RecordEvent, type RecordKey } from "@/training/records.ts";
import type { DatedSet, PerformedSet, SetKind, Tracking } from "@/training/sets.ts";
import { point } from "@/training/trend.ts";
import { readDays } from "./exercise-days.ts";
import { datedSets, type ExercisePast } from "./exercise-past.ts";
import { readPast, usePast } from "./past-memory.ts";

/** Which workouts count as the past: not the one being written, and none after it when that is an old one. */
export interface PastOptions {
  readonly except_workout_id?: string;
  /** Only workouts that began before this moment [ms since 1970 UTC]. */
  readonly before_ms?: number;
}

/** The newest workout in which the exercise was done. */
export interface LastTime {
  readonly workout_id: string;
  readonly local_date: string;
  /** Completed sets that hold anything, in the order performed. */
  readonly sets: readonly WorkoutSet[];
}

/** A remark on the exercise and the day it was made. */
export interface LastNote {
  readonly workout_id: string;
  readonly local_date: string;
  readonly text: string;
}

export interface LastSets {
  readonly last: LastTime | null;
  /** The newest remark, which may be older than the last time. */
  readonly note: LastNote | null;
}

/** What stands now. */
export interface ExerciseBests {
  readonly tracking: Tracking;
  /** Best value of each kind and rep count; e1RM is not among them, because a trend sets it and no single set. */
  readonly bests: Bests;
  /** Level of the trend with its 95 % interval [kg]; null without an estimate. */
  readonly e1rm: { readonly level_kg: number; readonly low_kg: number; readonly high_kg: number } | null;
}

/** The last time an exercise was done and the last remark on it. */
export async function lastComparableSets(db: LocalDb, exercise_id: string, options: PastOptions = {}): Promise<LastSets> {
  return lastSetsOf(await readPast(db, exercise_id), options);
}

/** Like `lastComparableSets`, repainted after every change; `undefined` until read. */
export function useLastComparableSets(exercise_id: string, options: PastOptions = {}): LastSets | undefined {
  return usePast(exercise_id, (past) => lastSetsOf(past, options), [options.except_workout_id, options.before_ms]);
}

/** Current bests and strength of an exercise. */
export async function exerciseBests(db: LocalDb, exercise_id: string, options: PastOptions = {}): Promise<ExerciseBests> {
  return bestsOf(await readPast(db, exercise_id), db, options);
}

/** Like `exerciseBests`, repainted after every change; `undefined` until read. */
export function useExerciseBests(exercise_id: string, options: PastOptions = {}): ExerciseBests | undefined {
  return usePast(exercise_id, (past, db) => bestsOf(past, db, options), [options.except_workout_id, options.before_ms]);
}

/**
 * The set of the last time that a new one is filled in from.
 *
 * `nth` counts sets of the kind from 0. Where the last time had fewer of the kind, its last one serves;
 * where it had none, the set at the same place. A warm-up is never filled in from another kind, nor
 * another kind from a warm-up.
 */
export function comparableSet(sets: readonly WorkoutSet[], kind: SetKind, nth: number, place: number): WorkoutSet | null {
  const alike = sets.filter((set) => set.kind === kind);
  if (alike.length > 0) return alike[nth] ?? alike.at(-1) ?? null;
  if (kind === "warm_up") return null;
  const warm_ups = sets.filter((set) => set.kind === "warm_up").length;
  const others = sets.filter((set) => set.kind !== "warm_up");
  return others[Math.max(0, place - warm_ups)] ?? others.at(-1) ?? null;
}

/** A set that is being judged; where it happened does not matter yet. */
export type JudgedSet = PerformedSet & { readonly id: string };

/**
 * What a set beats, at the moment it is logged: of its rep records the one with the most reps.
 *
 * First times, which beat nothing, are among them with `previous` null.
 */
export function recordsOfSet(set: JudgedSet, tracking: Tracking, bests: Bests): RecordEvent[] {
  const events = setEvents([undated(set)], tracking, bests).filter((event) => event.kind !== "tonnage");
  return events.filter((event) => !events.some((other) => other.kind === event.kind && other.reps === event.reps + 1));
}

/** The bests after some more sets, in any order: those of the workout being written. */
export function bestsAfter(sets: readonly JudgedSet[], tracking: Tracking, bests: Bests): Bests {
  return advanceBests(bests, setEvents(sets.map(undated), tracking, bests));
}

/** Tracking kind of an exercise on this device; one that is still on its way is taken for weights and reps. */
export async function readTracking(db: LocalDb, exercise_id: string): Promise<Tracking> {
  return (await db.exercises.get(exercise_id))?.tracking ?? "weight_reps";
}

function lastSetsOf(past: ExercisePast, options: PastOptions): LastSets {
  const entries = past.entries.filter((entry) => isPast(entry.workout_id, entry.at_ms, options));
  const noted = entries.findLast((entry) => entry.notes.trim() !== "");
  const note = noted ? { workout_id: noted.workout_id, local_date: noted.local_date, text: noted.notes } : null;
  const done = entries.findLast((entry) => entry.sets.some(isDone));
  if (!done) return { last: null, note };
  const { workout_id, local_date } = done;
  // An exercise that stands twice in a workout is one time.
  const sets = entries.filter((entry) => entry.workout_id === workout_id).flatMap((entry) => entry.sets.filter(isDone));
  return { last: { workout_id, local_date, sets }, note };
}

async function bestsOf(past: ExercisePast, db: LocalDb, options: PastOptions): Promise<ExerciseBests> {
  const tracking = await readTracking(db, past.exercise_id);
  const bests = new Map<RecordKey, number>();
  let trend = null;
  for (const day of await daysOf(past, tracking, options)) {
    for (const event of day.events) if (event.kind !== "e1rm") bests.set(recordKey(event.kind, event.reps), event.value);
    trend = day.trend ?? trend;
  }
  if (!trend) return { tracking, bests, e1rm: null };
  const { level_kg, low_kg, high_kg } = point(trend);
  return { tracking, bests, e1rm: { level_kg, low_kg, high_kg } };
}

/** The days without what is left out; those of the whole past are shared with every other reader. */
function daysOf(past: ExercisePast, tracking: Tracking, options: PastOptions): Promise<readonly ExerciseDay[]> {
  const sets = [...datedSets(past)];
  const kept = sets.filter((dated) => isPast(dated.workout_id, dated.at_ms, options));
  return kept.length === sets.length ? readDays(past, tracking) : collectInSlices(exerciseDays(kept, tracking));
}

function isPast(workout_id: string, at_ms: number, { except_workout_id, before_ms }: PastOptions): boolean {
  return workout_id !== except_workout_id && (before_ms === undefined || at_ms < before_ms);
}

function isDone(set: WorkoutSet): boolean {
  return set.completed && (set.weight !== null || set.reps !== null || set.duration_s !== null || set.distance !== null);
}

function undated(set: JudgedSet): DatedSet {
  return { set_id: set.id, workout_id: "", local_date: "", at_ms: 0, performed: set };
}
