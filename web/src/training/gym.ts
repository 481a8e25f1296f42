/** A gym's inventory, and what it lets an exercise be loaded with; the twin of the server's `training/gym.py`. */
import { barLoad, toTicks, type Loadable, type StepLoad, type StepRange } from "./plates.ts";
import type { WeightUnit } from "./units.ts";

/** A bar with its own weight in `unit`: 0 where a machine carries it. */
export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly unit: WeightUnit;
  readonly equipment: string;
}

/** A size of plate and how many pairs there are. */
export interface Plate {
  readonly weight: number;
  readonly unit: WeightUnit;
  readonly pairs: number;
}

/** Weights from `min` to `max` in steps of `step`, all in `unit`. */
export interface Steps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: WeightUnit;
}

/** One collar; a bar takes two. */
export interface Collar {
  readonly weight: number;
  readonly unit: WeightUnit;
}

/** Everything that can be loaded, as the profile carries it. */
export interface Gym {
  readonly bars: readonly Bar[];
  readonly plates: readonly Plate[];
  readonly dumbbells: readonly Steps[];
  readonly machine_steps: readonly Steps[];
  readonly collar: Collar | null;
}

/** A step the lifter set for one exercise. */
export interface OwnStep {
  readonly step: number;
  readonly unit: WeightUnit;
}

/** Equipment that is a bar, or is loaded like one. */
const PLATE_LOADED: ReadonlySet<string> = new Set(["barbell", "ez_bar", "trap_bar", "smith_machine", "sled"]);

/** Where nothing says how weights grow: bands, belts, single plates. */
export const FREE_STEP: Readonly<Record<WeightUnit, number>> = { kg: 1.25, lb: 2.5 };

/** Sold sizes; an inventory has no kettlebells of its own. */
const KETTLEBELLS: Readonly<Record<WeightUnit, readonly Steps[]>> = {
  kg: [
    { min: 4, max: 20, step: 2, unit: "kg" },
    { min: 24, max: 48, step: 4, unit: "kg" },
  ],
  lb: [{ min: 5, max: 105, step: 5, unit: "lb" }],
};

/** What a lifter who never said anything about the gym is taken to have. */
export const STANDARD_GYM: Readonly<Record<WeightUnit, Gym>> = {
  kg: {
    bars: barsOf("kg", { barbell: 20, "barbell light": 15, ez_bar: 10, trap_bar: 25, smith_machine: 15 }),
    plates: platesOf("kg", [
      [25, 4],
      [20, 4],
      [15, 2],
      [10, 2],
      [5, 2],
      [2.5, 2],
      [1.25, 2],
    ]),
    dumbbells: [
      { min: 1, max: 10, step: 1, unit: "kg" },
      { min: 12.5, max: 50, step: 2.5, unit: "kg" },
    ],
    machine_steps: [{ min: 5, max: 150, step: 5, unit: "kg" }],
    collar: null,
  },
  lb: {
    bars: barsOf("lb", { barbell: 45, "barbell light": 35, ez_bar: 25, trap_bar: 55, smith_machine: 35 }),
    plates: platesOf("lb", [
      [45, 8],
      [35, 2],
      [25, 2],
      [10, 4],
      [5, 2],
      [2.5, 2],
    ]),
    dumbbells: [{ min: 5, max: 100, step: 5, unit: "lb" }],
    machine_steps: [{ min: 10, max: 300, step: 10, unit: "lb" }],
    collar: null,
  },
};

/**
 * What an exercise can be loaded with.
 *
 * `gym` is the lifter's inventory, null for the standard gym of `unit`, in which the lifter thinks for
 * this exercise. A chosen `bar_id` makes any exercise plate-loaded, a machine too; one that the gym no
 * longer has counts as none. `own_step` counts from the bar where there is one, else from 0.
 */
export function loadableFor(
  gym: Gym | null,
  equipment: string,
  unit: WeightUnit,
  bar_id: string | null = null,
  own_step: OwnStep | null = null,
): Loadable {
  const standard = STANDARD_GYM[unit];
  const own = gym ?? standard;
  const bar = findBar(own, standard, equipment, bar_id);
  if (own_step !== null && own_step.step > 0) {
    const step = toTicks(own_step.step, own_step.unit);
    const origin = bar ? barTicks(bar, own) : 0;
    const first = bar ? origin : equipment === "bodyweight" ? null : 0;
    return { kind: "steps", ranges: [{ first, step, last: null, origin }] };
  }
  if (bar) return barLoad(barTicks(bar, own), own.plates);
  if (equipment === "dumbbell") return stepsOf(own.dumbbells.length > 0 ? own.dumbbells : standard.dumbbells, unit);
  if (equipment === "kettlebell") return stepsOf(KETTLEBELLS[unit], unit);
  if (equipment === "machine" || equipment === "cable") {
    return stepsOf(own.machine_steps.length > 0 ? own.machine_steps : standard.machine_steps, unit);
  }
  // The own body may be helped: its added weight goes below 0.
  const first = equipment === "bodyweight" ? null : 0;
  return { kind: "steps", ranges: [{ first, step: toTicks(FREE_STEP[unit], unit), last: null, origin: 0 }] };
}

/** The chosen bar, else the first one for the equipment, else the standard one; null without plates. */
export function findBar(own: Gym, standard: Gym, equipment: string, bar_id: string | null): Bar | null {
  const chosen = own.bars.find((bar) => bar.id === bar_id);
  if (chosen) return chosen;
  if (!PLATE_LOADED.has(equipment)) return null;
  const fitting = [...own.bars, ...standard.bars].find((bar) => bar.equipment === equipment);
  // A sled is loaded like a bar that weighs nothing.
  return fitting ?? { id: equipment, name: "", weight: 0, unit: "kg", equipment };
}

/** The bar with its two collars; one that weighs nothing has no sleeves to put them on. */
function barTicks(bar: Bar, { collar }: Gym): number {
  const ticks = toTicks(bar.weight, bar.unit);
  return collar === null || ticks === 0 ? ticks : ticks + 2 * toTicks(collar.weight, collar.unit);
}

/** Those in the lifter's unit, or all where there are none. */
function stepsOf(ranges: readonly Steps[], unit: WeightUnit): StepLoad {
  const wanted = ranges.filter((one) => one.unit === unit);
  return { kind: "steps", ranges: (wanted.length > 0 ? wanted : ranges).map(rangeOf) };
}

function rangeOf(steps: Steps): StepRange {
  const first = toTicks(steps.min, steps.unit);
  const step = toTicks(steps.step, steps.unit);
  const last = first + Math.floor((toTicks(steps.max, steps.unit) - first) / step) * step;
  return { first, step, last, origin: first };
}

function barsOf(unit: WeightUnit, weights: Readonly<Record<string, number>>): Bar[] {
  return Object.entries(weights).map(([name, weight]) => ({
    id: name.replaceAll(/[ _]/g, "-"),
    name: `${weight} ${unit}`,
    weight,
    unit,
    equipment: name.split(" ")[0] ?? name,
  }));
}

function platesOf(unit: WeightUnit, pairs: readonly (readonly [number, number])[]): Plate[] {
  return pairs.map(([weight, count]) => ({ weight, unit, pairs: count }));
}
