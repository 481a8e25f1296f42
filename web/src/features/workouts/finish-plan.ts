import type { Workout, WorkoutSet } from "@/db/documents.ts";
import type { WorkoutOperation } from "@/sync/operations.ts";
import { toIso } from "@/lib/clock.ts";
import * as operations from "./operations.ts";

/** A workout forgotten for this long ended with its last set [ms]. */
const FORGOTTEN_MS = 20 * 60_000;

/** What finishing leaves behind and what it drops. */
export interface FinishPlan {
  /** The workout as it will be. */
  readonly workout: Workout;
  readonly open_sets: readonly { readonly entry_id: string; readonly set: WorkoutSet }[];
  /** Exercises of which nothing was done. */
  readonly empty_entries: readonly string[];
  /** The end was taken from the last set, because that was long ago. */
  readonly ended_earlier: boolean;
}

/** Finish a live workout at this moment, or look over a past one, whose times stay. */
export function planFinish(workout: Workout, now_ms: number): FinishPlan {
  const open_sets = workout.exercises.flatMap((entry) =>
    entry.sets.filter((set) => !set.completed).map((set) => ({ entry_id: entry.id, set })),
  );
  const exercises = workout.exercises
    .map((entry) => ({ ...entry, sets: entry.sets.filter((set) => set.completed) }))
    .filter((entry) => entry.sets.length > 0);
  const kept = new Set(exercises.map((entry) => entry.id));
  const empty_entries = workout.exercises.flatMap((entry) => (kept.has(entry.id) ? [] : [entry.id]));
  if (workout.finished_at !== null) return { workout: { ...workout, exercises }, open_sets, empty_entries, ended_earlier: false };
  const last_ms = Math.max(
    0,
    ...exercises.flatMap((entry) => entry.sets.map((set) => (set.logged_at ? Date.parse(set.logged_at) : 0))),
  );
  const ended_earlier = last_ms > 0 && now_ms - last_ms > FORGOTTEN_MS;
  const end_ms = Math.max(Date.parse(workout.started_at), ended_earlier ? last_ms : now_ms);
  return { workout: { ...workout, exercises, finished_at: toIso(end_ms) }, open_sets, empty_entries, ended_earlier };
}

/** The operations that make a plan true. */
export function finishOperations(before: Workout, { workout, open_sets, empty_entries }: FinishPlan): WorkoutOperation[] {
  const emptied = new Set(empty_entries);
  return [
    ...open_sets.filter(({ entry_id }) => !emptied.has(entry_id)).map(({ set }) => operations.deleteSet(before.id, set.id)),
    ...empty_entries.map((entry_id) => operations.deleteExercise(before.id, entry_id)),
    ...(workout.finished_at === before.finished_at
      ? []
      : [operations.changeWorkout(before.id, { finished_at: workout.finished_at })]),
  ];
}

/** Undo: the workout runs on, with everything that was dropped. */
export function unfinishOperations(before: Workout, { workout, open_sets, empty_entries }: FinishPlan): WorkoutOperation[] {
  const emptied = new Set(empty_entries);
  return [
    ...(workout.finished_at === before.finished_at
      ? []
      : [operations.changeWorkout(before.id, { finished_at: before.finished_at })]),
    ...before.exercises.filter((entry) => emptied.has(entry.id)).map((entry) => operations.restoreExercise(before.id, entry)),
    ...open_sets
      .filter(({ entry_id }) => !emptied.has(entry_id))
      .map(({ entry_id, set }) => operations.restoreSet(before.id, entry_id, set)),
  ];
}
