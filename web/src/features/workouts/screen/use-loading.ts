import { useMemo } from "react";
import type { Gym } from "@/training/gym.ts";
import type { WeightUnit } from "@/training/units.ts";
import { makeLoading, type LoadedExercise, type Loading } from "./loading.ts";

/** What an exercise can be loaded with; every sum of plates is worked out once, not at every tap. */
export function useLoading(exercise: LoadedExercise | undefined, unit: WeightUnit, gym: Gym | null): Loading {
  return useMemo(() => makeLoading(exercise, unit, gym), [exercise, unit, gym]);
}
