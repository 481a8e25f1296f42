import type { Workout } from "@/db/documents.ts";
import { useSyncStatus } from "@/sync/status.ts";
import { readTracking } from "./local-history.ts";
import { recordsOfWorkout } from "./local-records.ts";
import { usePasts } from "./past-memory.ts";
import type { RecordRead } from "./queries.ts";

type WorkoutParts = Pick<Workout, "id" | "exercises">;

/** What was a record in a workout, computed from this device; none while a part of the history is missing. */
export function useWorkoutRecords(workout: WorkoutParts): readonly RecordRead[] {
  const { complete, phase } = useSyncStatus();
  const records = usePasts(
    exerciseIds(workout),
    (pasts, db) => recordsOfWorkout(workout.id, pasts, (exercise_id) => readTracking(db, exercise_id)),
    [workout.id],
  );
  return complete || phase === "idle" ? (records ?? []) : [];
}

function exerciseIds({ exercises }: WorkoutParts): readonly string[] {
  return [...new Set(exercises.map((entry) => entry.exercise_id))];
}
