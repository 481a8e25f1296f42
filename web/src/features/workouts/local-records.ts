/** Records of this device in the shape of the wire; the twin of the server's `workouts/record_list.py`. */
import { toIso } from "@/lib/clock.ts";
import type { ExerciseDay } from "@/training/history.ts";
import { recordKey, type RecordEvent } from "@/training/records.ts";
import type { Tracking } from "@/training/sets.ts";
import { readDays } from "./exercise-days.ts";
import type { ExercisePast } from "./exercise-past.ts";
import type { RecordRead } from "./queries.ts";

/** Records of an exercise that stand now, by kind and reps. */
export function standingRecords(exercise_id: string, days: readonly ExerciseDay[]): RecordRead[] {
  return allRecords(exercise_id, days)
    .filter((record) => record.is_current)
    .toSorted((a, b) => compare(a.kind, b.kind) || a.reps - b.reps);
}

/**
 * Record events of an exercise, newest first; of the rep records one set brought only the one with
 * the most reps.
 */
export function headlineRecords(exercise_id: string, days: readonly ExerciseDay[]): RecordRead[] {
  const records = allRecords(exercise_id, days);
  const kept = new Set(records.map((record) => headlineKey(record, record.reps)));
  return records
    .filter((record) => record.set_id === null || !kept.has(headlineKey(record, record.reps + 1)))
    .toReversed()
    .toSorted(newestFirst);
}

/** What was a record in a workout, from the pasts of its exercises; newest first. */
export async function recordsOfWorkout(
  workout_id: string,
  pasts: readonly ExercisePast[],
  trackingOf: (exercise_id: string) => Tracking | Promise<Tracking>,
): Promise<RecordRead[]> {
  const found: RecordRead[] = [];
  for (const past of pasts) {
    const days = await readDays(past, await trackingOf(past.exercise_id));
    found.push(...headlineRecords(past.exercise_id, days).filter((record) => record.workout_id === workout_id));
  }
  return found.toSorted(newestFirst);
}

/** The order of the server's list: moment, exercise, kind and reps, all downwards. */
function newestFirst(a: RecordRead, b: RecordRead): number {
  return (
    compare(b.achieved_at, a.achieved_at) || compare(b.exercise_id, a.exercise_id) || compare(b.kind, a.kind) || b.reps - a.reps
  );
}

/** In the order they were set. */
function allRecords(exercise_id: string, days: readonly ExerciseDay[]): RecordRead[] {
  const events = days.flatMap((day) => day.events);
  const newest = new Map(events.map((event) => [recordKey(event.kind, event.reps), event]));
  return events.map((event) => toRecord(exercise_id, event, newest.get(recordKey(event.kind, event.reps)) === event));
}

function toRecord(exercise_id: string, event: RecordEvent, is_current: boolean): RecordRead {
  const { kind, reps, value, previous, workout_id, set_id, at_ms, local_date } = event;
  return {
    exercise_id,
    kind,
    reps,
    value,
    previous_value: previous,
    is_current,
    workout_id,
    set_id,
    achieved_at: toIso(at_ms),
    local_date,
  };
}

function headlineKey({ kind, set_id }: RecordRead, reps: number): string {
  return `${kind}:${reps}:${set_id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
