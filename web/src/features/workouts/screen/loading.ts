import type { Exercise, Profile } from "@/db/documents.ts";
import type { WeightUnit } from "@/training/units.ts";

/** Which weights an exercise can be loaded with, in the unit it is logged in. */
export interface Loading {
  /** The next weight that can be loaded, up or down; from nothing the lightest. */
  readonly step: (weight: number | null, direction: 1 | -1) => number;
  /** The weight that can be loaded and lies nearest. */
  readonly nearest: (weight: number) => number;
}

export function fixedSteps(step: number, start: number): Loading {
  return {
    step: (weight, direction) =>
      weight === null
        ? start
        : direction === 1
          ? Math.floor(weight / step + 1 + 1e-9) * step
          : Math.ceil(weight / step - 1 - 1e-9) * step,
    nearest: (weight) => Math.round(weight / step) * step,
  };
}

export function makeLoading(_exercise: Exercise | undefined, unit: WeightUnit, _gym: Profile["gym"]): Loading {
  return fixedSteps(unit === "kg" ? 2.5 : 5, 20);
}
