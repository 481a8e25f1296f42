import type { Workout } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";
import { bestEstimate } from "@/training/e1rm.ts";
import { tidy } from "@/training/programs/numbers.ts";
import type { Plan } from "@/training/programs/plan.ts";
import { neededStarts, type NeededStart } from "@/training/programs/starts.ts";
import { fromKg, type WeightUnit } from "@/training/units.ts";
import { rankedLoadKg } from "@/training/sets.ts";
import type { ExerciseTexts } from "../model/exercise-texts.ts";

/** Workouts of an exercise looked back on: strength of last year says little about today's. */
const LOOKED_AT = 12;
const TM_SHARE = 0.9;

/** Start values from one's own history, by key; what was never trained is missing. `undefined` until read. */
export function useOwnNumbers(plan: Plan, texts: ExerciseTexts, unit: WeightUnit): Readonly<Record<string, number>> | undefined {
  const needed = neededStarts(plan);
  const wanted = needed.map(({ key, exercise }) => `${key}=${texts.find(exercise)?.id ?? ""}`).join();
  return useLive(
    async (db) => {
      const found: Record<string, number> = {};
      for (const one of needed) {
        const exercise = texts.find(one.exercise);
        if (!exercise) continue;
        const workouts = await db.workouts.where("exercise_ids").equals(exercise.id).toArray();
        const latest = workouts.toSorted((a, b) => b.local_date.localeCompare(a.local_date)).slice(0, LOOKED_AT);
        const value = numberOf(one, latest, exercise.id, exercise.tracking);
        if (value !== null) found[one.key] = tidy(Math.round(fromKg(value, unit) * 2) / 2);
      }
      return found;
    },
    [wanted, unit],
  );
}

type Tracking = Parameters<typeof bestEstimate>[1];

/** In kilograms: the best estimate for maxima, the heaviest set of the last time for a weight. */
function numberOf({ kind }: NeededStart, workouts: readonly Workout[], exercise_id: string, tracking: Tracking): number | null {
  const sets = workouts.map(({ exercises }) =>
    exercises.filter((entry) => entry.exercise_id === exercise_id).flatMap((entry) => entry.sets),
  );
  if (kind === "weight") {
    const loads = (sets[0] ?? [])
      .filter((set) => set.completed && set.kind !== "warm_up")
      .map((set) => rankedLoadKg(set, tracking) ?? 0);
    const top = Math.max(0, ...loads);
    return top > 0 ? top : null;
  }
  const estimate = bestEstimate(sets.flat(), tracking)?.[1].e1rm_kg ?? null;
  return estimate === null || kind === "max" ? estimate : estimate * TM_SHARE;
}
