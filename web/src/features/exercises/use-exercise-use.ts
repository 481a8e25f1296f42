import { useLive } from "@/db/use-live.ts";

/** How often and when an exercise was done lately. */
export interface ExerciseUse {
  readonly workouts: number;
  /** `YYYY-MM-DD` */
  readonly last_date: string;
}

/** Enough to know what somebody does at present, and quick in an account of any size. */
const WORKOUTS_READ = 120;

/** What was done in the latest workouts, by exercise id; `undefined` until read. */
export function useExerciseUse(): ReadonlyMap<string, ExerciseUse> | undefined {
  return useLive(async (db) => {
    const uses = new Map<string, ExerciseUse>();
    // Newest first: the first sight of an exercise is its last day.
    for (const workout of await db.workouts.orderBy("started_at").reverse().limit(WORKOUTS_READ).toArray()) {
      for (const exercise_id of workout.exercise_ids) {
        const known = uses.get(exercise_id);
        uses.set(exercise_id, { workouts: (known?.workouts ?? 0) + 1, last_date: known?.last_date ?? workout.local_date });
      }
    }
    return uses;
  }, []);
}
