import { collectInSlices } from "@/lib/yield-to-page.ts";
import { exerciseDays, type ExerciseDay } from "@/training/history.ts";
import type { Tracking } from "@/training/sets.ts";
import { datedSets, type ExercisePast } from "./exercise-past.ts";

interface Computed {
  readonly tracking: Tracking;
  readonly days: Promise<readonly ExerciseDay[]>;
}

/** A past is a new object after every change, so what was computed from it stays true as long as it lives. */
const computed = new WeakMap<ExercisePast, Computed>();

/** The days of an exercise with their totals, trend and records, oldest first; computed once per past. */
export function readDays(past: ExercisePast, tracking: Tracking): Promise<readonly ExerciseDay[]> {
  const known = computed.get(past);
  if (known?.tracking === tracking) return known.days;
  const days = collectInSlices(exerciseDays(datedSets(past), tracking));
  computed.set(past, { tracking, days });
  return days;
}
