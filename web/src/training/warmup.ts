/** Warm-up sets before the first working set; the twin of the server's `training/warmup.py`. */
import { fromTicks, inOneUnit, lightest, nearestLoadable, TICKS_PER, toTicks, type Loadable } from "./plates.ts";
import type { WeightUnit } from "./units.ts";

const EMPTY_BAR_REPS = 10;

/** Shares of the working weight and reps at them. */
type Ramp = readonly (readonly [share: number, reps: number])[];
type Ramps = readonly (readonly [below: number, ramp: Ramp])[];

const LONGEST_BAR_RAMP: Ramp = [
  [0.4, 5],
  [0.55, 4],
  [0.7, 3],
  [0.82, 2],
  [0.92, 1],
];

/** By how many empty bars the working weight is: after the empty bar, roughly even jumps. */
const BAR_RAMPS: Ramps = [
  [1.5, []],
  [2.5, [[0.75, 3]]],
  [
    4,
    [
      [0.55, 5],
      [0.8, 3],
    ],
  ],
  [
    6,
    [
      [0.5, 5],
      [0.7, 3],
      [0.85, 2],
    ],
  ],
  [
    9,
    [
      [0.4, 5],
      [0.55, 4],
      [0.7, 3],
      [0.85, 2],
    ],
  ],
];

const LONGEST_STEP_RAMP: Ramp = [
  [0.4, 8],
  [0.6, 5],
  [0.8, 3],
];

/** For dumbbells and stacks, by how many times ten kilograms the working weight is. */
const STEP_RAMPS: Ramps = [
  [1.5, []],
  [3, [[0.6, 6]]],
  [
    6,
    [
      [0.5, 8],
      [0.75, 4],
    ],
  ],
];

/** Stands for the bar where it weighs nothing of its own. */
const BAR_SCALE_TICKS = 20 * TICKS_PER.kg;
const STEP_SCALE_TICKS = 10 * TICKS_PER.kg;

/** Sets of more than ten reps are far from the maximum: their ramp ends below this share. */
const MANY_REPS = 10;
const HIGH_SHARE = 0.8;

/** A warm-up this near to the working weight is a working set. */
const MAX_SHARE = 0.95;

/** Weight in the asked unit, always loadable and below the working weight, and reps. */
export interface WarmUpSet {
  readonly weight: number;
  readonly reps: number;
}

/**
 * Warm-up sets for a first working set of `target` [`unit`] × `reps` (null when unknown), lightest first.
 *
 * None where the target is hardly more than the empty bar or the first dumbbell, or nothing but the own body.
 */
export function warmUpSets(loadable: Loadable, target: number, unit: WeightUnit, reps: number | null): WarmUpSet[] {
  const ticks = toTicks(target, unit);
  const first = lightest(loadable);
  if (ticks <= 0 || first === null || ticks <= first) return [];
  const is_bar = loadable.kind === "bar";
  const simple = inOneUnit(loadable, unit);
  const heaviest = Math.floor(ticks * MAX_SHARE);
  const found: WarmUpSet[] = [];
  if (is_bar && first > 0 && first <= heaviest) found.push({ weight: fromTicks(first, unit), reps: EMPTY_BAR_REPS });
  const scale = is_bar ? first || BAR_SCALE_TICKS : STEP_SCALE_TICKS;
  for (const [share, count] of rampFor(is_bar, ticks / scale)) {
    if (reps !== null && reps > MANY_REPS && share >= HIGH_SHARE) continue;
    const weight = nearestLoadable(simple, target * share, unit);
    if (weight === null || toTicks(weight, unit) > heaviest) continue;
    if (weight > (found.at(-1)?.weight ?? 0)) found.push({ weight, reps: count });
  }
  return found;
}

function rampFor(is_bar: boolean, times: number): Ramp {
  const known = (is_bar ? BAR_RAMPS : STEP_RAMPS).find(([below]) => times < below);
  return known?.[1] ?? (is_bar ? LONGEST_BAR_RAMP : LONGEST_STEP_RAMP);
}
