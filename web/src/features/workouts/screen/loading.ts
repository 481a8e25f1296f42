import type { ExerciseForMe } from "@/features/exercises/use-exercises.ts";
import { roundTo } from "@/lib/decimal.ts";
import { findBar, loadableFor, STANDARD_GYM, type Bar, type Gym } from "@/training/gym.ts";
import { fromTicks, lightest, nearestLoadable, nextLoadable, type Loadable } from "@/training/plates.ts";
import type { WeightUnit } from "@/training/units.ts";

/** Which weights an exercise can be loaded with, in the unit it is logged in. */
export interface Loading {
  readonly loadable: Loadable;
  /** The bar the plates go on; null where there are none. */
  readonly bar: Bar | null;
  readonly unit: WeightUnit;
  /** The next weight that can be loaded, up or down; from nothing the lightest. */
  readonly step: (weight: number | null, direction: 1 | -1) => number;
  /** The weight that can be loaded and lies nearest. */
  readonly nearest: (weight: number) => number;
}

/** Weights are typed and shown to 0.01. */
const DIGITS = 2;

export type LoadedExercise = Pick<ExerciseForMe, "equipment"> & Partial<Pick<ExerciseForMe, "bar_id" | "step" | "step_unit">>;

export function makeLoading(exercise: LoadedExercise | undefined, unit: WeightUnit, gym: Gym | null): Loading {
  const { equipment, bar_id = null, step = null, step_unit = null } = exercise ?? { equipment: "other" };
  const loadable = loadableFor(gym, equipment, unit, bar_id, step === null ? null : { step, unit: step_unit ?? unit });
  const standard = STANDARD_GYM[unit];
  const first = lightest(loadable);
  return {
    loadable,
    bar: loadable.kind === "bar" ? findBar(gym ?? standard, standard, equipment, bar_id) : null,
    unit,
    step: (weight, direction) => {
      if (weight === null) return first === null ? 0 : roundTo(fromTicks(first, unit), DIGITS);
      // Beyond the last plate the number stays: more cannot be loaded, typing it is still possible.
      return roundTo(nextLoadable(loadable, weight, unit, direction) ?? weight, DIGITS);
    },
    nearest: (weight) => roundTo(nearestLoadable(loadable, weight, unit) ?? weight, DIGITS),
  };
}
