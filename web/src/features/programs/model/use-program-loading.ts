import { useMemo } from "react";
import { useProfile } from "@/features/auth/profile.ts";
import { loadableFor } from "@/training/gym.ts";
import type { Loadable } from "@/training/plates.ts";
import { gymLoading, type Loading } from "@/training/programs/loading.ts";
import type { Plan } from "@/training/programs/plan.ts";
import type { WeightUnit } from "@/training/units.ts";
import { exerciseTextsOf } from "../program-exercises.ts";
import type { ExerciseTexts } from "./exercise-texts.ts";

/** What a program's exercises can be loaded with in this person's gym. */
export function useProgramLoading(plan: Plan | null, texts: ExerciseTexts | undefined, unit: WeightUnit): Loading {
  const gym = useProfile()?.gym ?? null;
  return useMemo(() => {
    const loadables = new Map<string, Loadable>();
    for (const text of plan ? exerciseTextsOf(plan) : []) {
      const exercise = texts?.find(text);
      if (!exercise) continue;
      const { equipment, bar_id = null, step = null, step_unit = null } = exercise;
      loadables.set(text, loadableFor(gym, equipment, unit, bar_id, step === null ? null : { step, unit: step_unit ?? unit }));
    }
    return gymLoading(loadables, unit);
  }, [gym, plan, texts, unit]);
}
