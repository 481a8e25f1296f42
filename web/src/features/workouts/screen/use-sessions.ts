import type { Workout, WorkoutSet } from "@/db/documents.ts";
import { usePast } from "../past-memory.ts";

export interface PastSession {
  readonly entry_id: string;
  readonly workout_id: string;
  readonly local_date: string;
  readonly notes: string;
  readonly sets: readonly WorkoutSet[];
  /** Heaviest load of a counted set [kg]; null without one. */
  readonly top_kg: number | null;
}

const SHOWN = 12;

/** The latest times before a workout that an exercise was done, newest first; `undefined` until read. */
export function useSessions(exercise_id: string, workout: Workout): readonly PastSession[] | undefined {
  const before_ms = Date.parse(workout.started_at);
  return usePast(
    exercise_id,
    ({ entries }) =>
      entries
        .filter((entry) => entry.workout_id !== workout.id && entry.at_ms < before_ms)
        .map((entry) => ({ ...entry, sets: entry.sets.filter((set) => set.completed) }))
        .filter((entry) => entry.sets.length > 0)
        .slice(-SHOWN)
        .toReversed()
        .map((entry) => ({ ...entry, top_kg: topOf(entry.sets) })),
    [workout.id, before_ms],
  );
}

function topOf(sets: readonly WorkoutSet[]): number | null {
  const loads = sets.flatMap((set) =>
    set.kind !== "warm_up" && set.flagged === null && set.load_kg !== null ? [set.load_kg] : [],
  );
  return loads.length === 0 ? null : Math.max(...loads);
}
