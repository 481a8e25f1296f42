/**
 * What can be loaded: weights of bars with plates and of fixed steps, and the plates for a weight.
 *
 * Weights are added up in *ticks*, whole numbers so small that kilograms and pounds both fit exactly.
 * The twin of the server's `training/plates.py`.
 */
import type { WeightUnit } from "./units.ts";

/** Ticks of one unit: 1 kg is 10¹¹ of them, 1 lb 0.45359237 times that. All sums stay below 2⁵³. */
export const TICKS_PER: Readonly<Record<WeightUnit, number>> = { kg: 100_000_000_000, lb: 45_359_237_000 };

/** No side of a bar is ever loaded with more. */
const MAX_SIDE_TICKS = 500 * TICKS_PER.kg;
/** More plates of one size fit on no sleeve. */
const MAX_OF_ONE_SIZE = 12;
/** Sizes are taken from the heaviest down until so many sums exist. */
const MAX_SUMS = 4_000;

/** Weights are shown to 0.01: one that differs from a loadable one by no more than half of it is that one. */
const SHOWN_TO = 0.005;

/** Plates of one size: weight in `unit` > 0 and how many pairs there are. */
export interface PlateSize {
  readonly weight: number;
  readonly unit: WeightUnit;
  readonly pairs: number;
}

/** Plates of one size on one side of the bar. */
export interface SidePlates {
  readonly weight: number;
  readonly unit: WeightUnit;
  readonly pieces: number;
}

/** Plates of one unit on one side: their ticks, their number, and how many of each size. */
interface Side {
  readonly ticks: number;
  readonly pieces: number;
  readonly plates: readonly SidePlates[];
}

/**
 * A bar that takes plates: its ticks with collars, and what plates of one unit can make on one side,
 * lightest first and beginning with the empty side. `smallest` is the smallest plate of each unit, 0 for none.
 */
export interface BarLoad {
  readonly kind: "bar";
  readonly bar: number;
  readonly in_kg: readonly Side[];
  readonly in_lb: readonly Side[];
  readonly smallest: Readonly<Record<WeightUnit, number>>;
}

/** Weights that lie whole `step`s from `origin`, between `first` and `last`, in ticks; a null end is open. */
export interface StepRange {
  readonly first: number | null;
  readonly step: number;
  readonly last: number | null;
  readonly origin: number;
}

/** Weights in fixed steps: dumbbells, stacks, or a step of the lifter's own. */
export interface StepLoad {
  readonly kind: "steps";
  readonly ranges: readonly StepRange[];
}

export type Loadable = BarLoad | StepLoad;

/** What hangs on each side, heaviest first, the total it makes and what is missing, both in the asked unit. */
export interface Loading {
  readonly weight: number;
  readonly missing: number;
  readonly plates: readonly SidePlates[];
}

/** Ticks of a weight in `unit`, rounded to the nearest whole one. */
export function toTicks(weight: number, unit: WeightUnit): number {
  return Math.floor(weight * TICKS_PER[unit] + 0.5);
}

export function fromTicks(ticks: number, unit: WeightUnit): number {
  return ticks / TICKS_PER[unit];
}

/** Everything a bar can be loaded to, from the plates there are. */
export function barLoad(bar_ticks: number, plates: readonly PlateSize[]): BarLoad {
  const usable = plates.filter((plate) => plate.pairs > 0 && plate.weight > 0);
  const in_kg = usable.filter((plate) => plate.unit === "kg");
  const in_lb = usable.filter((plate) => plate.unit === "lb");
  const smallest = { kg: smallestOf(in_kg), lb: smallestOf(in_lb) };
  return { kind: "bar", bar: bar_ticks, in_kg: sidesOf(in_kg), in_lb: sidesOf(in_lb), smallest };
}

/**
 * The next heavier (1) or lighter (−1) weight that can be loaded, in `unit`; null beyond the end.
 *
 * With plates the step is at least the smallest pair of the unit, so that plates of two units do not
 * make steps of some grams; a plate of the other unit counts only if it is less than half as heavy. A
 * weight between two loadable ones goes to its neighbour.
 */
export function nextLoadable(loadable: Loadable, weight: number, unit: WeightUnit, direction: 1 | -1): number | null {
  const ticks = toTicks(weight, unit);
  const gap = gapOf(loadable, unit);
  let found: number | null;
  if (direction > 0) {
    const base = atMost(loadable, ticks);
    found = atLeast(loadable, base === null ? ticks : base + gap);
  } else {
    const top = atLeast(loadable, ticks);
    found = atMost(loadable, top === null ? ticks : top - gap);
  }
  return found === null ? null : fromTicks(found, unit);
}

/** The loadable weight nearest to one, in `unit`; halfway the lighter; null where nothing can be loaded. */
export function nearestLoadable(loadable: Loadable, weight: number, unit: WeightUnit): number | null {
  const ticks = toTicks(weight, unit);
  const below = atMost(loadable, ticks);
  const above = atLeast(loadable, ticks);
  const found = below === null || above === null ? (below ?? above) : ticks - below <= above - ticks ? below : above;
  return found === null ? null : fromTicks(found, unit);
}

/** The same without plates of the other unit, as long as there are some of `unit`. */
export function inOneUnit(loadable: Loadable, unit: WeightUnit): Loadable {
  if (loadable.kind === "steps" || loadable.smallest[unit] === 0) return loadable;
  return unit === "kg" ? { ...loadable, in_lb: loadable.in_lb.slice(0, 1) } : { ...loadable, in_kg: loadable.in_kg.slice(0, 1) };
}

/** Whether this weight, to the 0.01 in which it is shown, can be loaded. */
export function isLoadable(loadable: Loadable, weight: number, unit: WeightUnit): boolean {
  const ticks = toTicks(weight, unit);
  const shown = toTicks(SHOWN_TO, unit);
  const found = atMost(loadable, ticks + shown);
  return found !== null && found >= ticks - shown;
}

/** The lightest loadable weight in ticks: the empty bar, the first dumbbell; null without one. */
export function lightest(loadable: Loadable): number | null {
  if (loadable.kind === "bar") return loadable.bar;
  const firsts = loadable.ranges.map((one) => one.first);
  const closed = firsts.filter((first) => first !== null);
  return closed.length === 0 || closed.length < firsts.length ? null : Math.min(...closed);
}

/**
 * Plates for each side of the bar: fewest first of all, then the heaviest; null below the empty bar.
 *
 * A weight that cannot be loaded gets the nearest lighter one, never more than was asked for.
 */
export function platesPerSide(loadable: BarLoad, weight: number, unit: WeightUnit): Loading | null {
  const ticks = toTicks(weight, unit);
  const shown = toTicks(SHOWN_TO, unit);
  const total = atMost(loadable, ticks + shown);
  if (total === null) return null;
  let best: { readonly pieces: number; readonly plates: readonly SidePlates[] } | null = null;
  for (const [in_kg, in_lb] of pairsOf(loadable, total - loadable.bar)) {
    const pieces = in_kg.pieces + in_lb.pieces;
    if (best === null || pieces < best.pieces) best = { pieces, plates: [...in_kg.plates, ...in_lb.plates] };
  }
  const plates = (best?.plates ?? []).toSorted((a, b) => toTicks(b.weight, b.unit) - toTicks(a.weight, a.unit));
  const missing = ticks - total > shown ? ticks - total : 0;
  return { weight: fromTicks(total, unit), missing: fromTicks(missing, unit), plates };
}

/** Every way to make the wanted ticks of both sides together; those with more kilogram plates first. */
function* pairsOf({ in_kg, in_lb }: BarLoad, wanted: number): Generator<readonly [Side, Side]> {
  for (const first of in_kg.toReversed()) {
    const rest = wanted - 2 * first.ticks;
    const second = in_lb[placeOf(in_lb, rest)];
    if (second && 2 * second.ticks === rest) yield [first, second];
  }
}

function smallestOf(plates: readonly PlateSize[]): number {
  return plates.length === 0 ? 0 : Math.min(...plates.map((plate) => toTicks(plate.weight, plate.unit)));
}

/** The least step in ticks, ≥ 1. */
function gapOf(loadable: Loadable, unit: WeightUnit): number {
  if (loadable.kind === "steps") return 1;
  const own = loadable.smallest[unit];
  const other = loadable.smallest[unit === "kg" ? "lb" : "kg"];
  return own === 0 || (other > 0 && 2 * other < own) ? Math.max(2 * other, 1) : 2 * own;
}

/** Every sum of plates of one unit on one side, with the fewest plates, heaviest first among equals. */
function sidesOf(plates: readonly PlateSize[]): readonly Side[] {
  const sizes = plates.toSorted((a, b) => b.weight - a.weight);
  let counts_by_ticks = new Map<number, readonly number[]>([[0, []]]);
  for (const size of sizes) {
    const one = toTicks(size.weight, size.unit);
    const grown = new Map<number, readonly number[]>();
    for (const [ticks, counts] of counts_by_ticks) {
      for (let count = 0; count <= Math.min(size.pairs, MAX_OF_ONE_SIZE); count += 1) {
        const total = ticks + count * one;
        if (total > MAX_SIDE_TICKS) break;
        const candidate = [...counts, count];
        const known = grown.get(total);
        if (!known || isBetter(candidate, known)) grown.set(total, candidate);
      }
    }
    if (grown.size > MAX_SUMS) break;
    counts_by_ticks = grown;
  }
  return [...counts_by_ticks]
    .toSorted(([a], [b]) => a - b)
    .map(([ticks, counts]) => ({
      ticks,
      pieces: sum(counts),
      plates: counts.flatMap((pieces, index) => {
        const size = sizes[index];
        return size && pieces > 0 ? [{ weight: size.weight, unit: size.unit, pieces }] : [];
      }),
    }));
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  const fewer = sum(other) - sum(one);
  if (fewer !== 0) return fewer > 0;
  const differs = one.findIndex((count, index) => count !== other[index]);
  return differs >= 0 && (one[differs] ?? 0) > (other[differs] ?? 0);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** Index of the first side that with its twin weighs at least `rest`; the length where there is none. */
function placeOf(sides: readonly Side[], rest: number): number {
  let low = 0;
  let high = sides.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (2 * (sides[middle]?.ticks ?? 0) < rest) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The heaviest loadable weight up to `ticks`. */
function atMost(loadable: Loadable, ticks: number): number | null {
  if (loadable.kind === "steps")
    return extreme(
      loadable.ranges.map((one) => stepAtMost(one, ticks)),
      Math.max,
    );
  const totals = loadable.in_kg.flatMap((first) => {
    const rest = ticks - loadable.bar - 2 * first.ticks;
    // Ticks are whole: the place of anything heavier than `rest` comes right after the wanted one.
    const second = loadable.in_lb[placeOf(loadable.in_lb, rest + 1) - 1];
    return rest >= 0 && second ? [ticks - rest + 2 * second.ticks] : [];
  });
  return extreme(totals, Math.max);
}

/** The lightest loadable weight from `ticks` on. */
function atLeast(loadable: Loadable, ticks: number): number | null {
  if (loadable.kind === "steps")
    return extreme(
      loadable.ranges.map((one) => stepAtLeast(one, ticks)),
      Math.min,
    );
  const totals = loadable.in_kg.flatMap((first) => {
    const rest = ticks - loadable.bar - 2 * first.ticks;
    const second = loadable.in_lb[placeOf(loadable.in_lb, rest)];
    return second ? [ticks - rest + 2 * second.ticks] : [];
  });
  return extreme(totals, Math.min);
}

function extreme(found: readonly (number | null)[], choose: (...values: number[]) => number): number | null {
  const values = found.filter((one) => one !== null);
  return values.length === 0 ? null : choose(...values);
}

function stepAtMost({ first, step, last, origin }: StepRange, ticks: number): number | null {
  const end = last === null ? ticks : Math.min(ticks, last);
  const found = origin + Math.floor((end - origin) / step) * step;
  return first !== null && found < first ? null : found;
}

function stepAtLeast({ first, step, last, origin }: StepRange, ticks: number): number | null {
  const start = first === null ? ticks : Math.max(ticks, first);
  const found = origin - Math.floor((origin - start) / step) * step;
  return last !== null && found > last ? null : found;
}
