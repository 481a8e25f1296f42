import { useMemo } from "react";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import { useLive } from "@/db/use-live.ts";
import type { HeatLevel } from "@/ui/month-grid.tsx";
import { totalsOf } from "./workout-totals.ts";

export interface TrainingDay {
  readonly workout_ids: readonly string[];
  readonly hard_sets: number;
}

/** Days with training on this device, by date; `undefined` until read. */
export function useTrainingDays(): ReadonlyMap<string, TrainingDay> | undefined {
  const exercises = useExerciseMap();
  const workouts = useLive((db) => db.workouts.orderBy("started_at").toArray(), []);
  return useMemo(() => {
    if (!exercises || !workouts) return undefined;
    const days = new Map<string, TrainingDay>();
    for (const workout of workouts) {
      const before = days.get(workout.local_date);
      days.set(workout.local_date, {
        workout_ids: [...(before?.workout_ids ?? []), workout.id],
        hard_sets: (before?.hard_sets ?? 0) + totalsOf(workout, exercises).hard_sets,
      });
    }
    return days;
  }, [exercises, workouts]);
}

/**
 * The shade of a day: 0 without training, else its quarter among the person's own days.
 *
 * Compared with oneself, because 12 hard sets are much to one and little to another.
 */
export function heatScale(days: ReadonlyMap<string, TrainingDay>): (date: string) => HeatLevel {
  const sorted = [...days.values()].map((day) => day.hard_sets).toSorted((a, b) => a - b);
  const quartile = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const bounds = [quartile(0.25), quartile(0.5), quartile(0.75)];
  return (date) => {
    const day = days.get(date);
    if (!day) return 0;
    return (1 + bounds.filter((bound) => day.hard_sets > bound).length) as HeatLevel;
  };
}
