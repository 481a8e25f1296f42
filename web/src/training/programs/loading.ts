/** What can be loaded, as programs see it; the twin of the server's `loading.py`. */
import { FREE_STEP } from "../gym.ts";
import { nearestLoadable, toTicks, type Loadable } from "../plates.ts";
import type { WeightUnit } from "../units.ts";
import { warmUpSets } from "../warmup.ts";
import { tidy } from "./numbers.ts";

/** One warm-up set: a loadable weight in the enrolment's unit, and reps. */
export interface WarmUpWeight {
  readonly weight: number;
  readonly reps: number;
}

/** A gym as programs see it; exercises by slug, weights in the enrolment's unit. */
export interface Loading {
  /** The loadable weight nearest to one, the lighter of two. */
  readonly rounded: (exercise: string, weight: number) => number;
  /** Warm-up sets before a first working set, lightest first. */
  readonly warmUps: (exercise: string, weight: number, reps: number) => readonly WarmUpWeight[];
}

const RAMP: readonly (readonly [number, number])[] = [
  [0.4, 5],
  [0.6, 3],
  [0.8, 2],
];

/** Every exercise is loaded in steps of one size from 0; halfway the lighter one. */
export function stepLoading(step: number): Loading {
  const rounded = (_: string, weight: number) => tidy(-Math.floor(-tidy(weight / step) + 0.5) * step);
  return {
    rounded,
    warmUps: (exercise, weight) => {
      const found: WarmUpWeight[] = [];
      for (const [share, reps] of RAMP) {
        const one = rounded(exercise, weight * share);
        if (one > 0 && one < weight && one > (found.at(-1)?.weight ?? 0)) found.push({ weight: one, reps });
      }
      return found;
    },
  };
}

/** A lifter's gym: what each exercise is loaded with; one that is not known in free steps. */
export function gymLoading(loadables: ReadonlyMap<string, Loadable>, unit: WeightUnit): Loading {
  const free: Loadable = { kind: "steps", ranges: [{ first: 0, step: toTicks(FREE_STEP[unit], unit), last: null, origin: 0 }] };
  const loadableOf = (exercise: string) => loadables.get(exercise) ?? free;
  return {
    rounded: (exercise, weight) => nearestLoadable(loadableOf(exercise), weight, unit) ?? weight,
    warmUps: (exercise, weight, reps) => warmUpSets(loadableOf(exercise), weight, unit, reps),
  };
}
