import { useEffect, useState } from "react";
import { findDb } from "@/db/current.ts";
import { exerciseBests, useLastComparableSets, type ExerciseBests, type LastSets, type PastOptions } from "../local-history.ts";

/** What this device knows of an exercise before the workout on the screen. */
export interface ExercisePast extends LastSets {
  /** Bests before this workout, worked out once when the exercise opens; null until then. */
  readonly bests: ExerciseBests | null;
}

export function useExercisePast(exercise_id: string | null, workout_id: string, started_at: string): ExercisePast | undefined {
  const options: PastOptions = { except_workout_id: workout_id, before_ms: Date.parse(started_at) };
  const last = useLastComparableSets(exercise_id ?? "", options);
  const [found, setFound] = useState<{ readonly exercise_id: string; readonly bests: ExerciseBests } | null>(null);
  useEffect(() => {
    const db = findDb();
    if (!db || exercise_id === null) return;
    let left = false;
    const read = async () => {
      const bests = await exerciseBests(db, exercise_id, options);
      if (!left) setFound({ exercise_id, bests });
    };
    void read().catch(() => undefined);
    return () => {
      left = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [exercise_id, options.except_workout_id, options.before_ms]);
  if (!last || exercise_id === null) return undefined;
  return { ...last, bests: found?.exercise_id === exercise_id ? found.bests : null };
}
