/** Estimated one-repetition maximum with its error, and the RPE chart; the twin of the server's `training/e1rm.py`. */
import { effectiveReps, isCounted, statedRir, type PerformedSet, type Tracking } from "./sets.ts";

/** Beyond this no equation is unbiased: no estimate is made. */
export const MAX_EFFECTIVE_REPS = 12;
/** Sets further from failure say too little about strength to steer a trend. */
export const TREND_MAX_RIR = 3;
/** Sets up to this many effective reps are preferred as a day's estimate. */
export const TREND_GOOD_REPS = 10;

/** Standard deviation of ln(e1RM) of a set to failure, up to so many effective reps. */
const SD_LN_BY_REPS: readonly (readonly [number, number])[] = [
  [5, 0.025],
  [8, 0.04],
  [MAX_EFFECTIVE_REPS, 0.06],
];
/** People misjudge reps in reserve by about one. */
const RIR_ERROR_REPS = 1;

/** Tuchscherer's chart: one rep more and one point of RPE less are the same step of two cells. */
const RPE_CHART: readonly number[] = [
  100, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85, 83.7, 82.4, 81.1, 79.9, 78.6, 77.4, 76.2, 75.1, 73.9, 72.3, 70.7, 69.4,
  68, 66.7, 65.3, 64, 62.6, 61.3, 59.9, 58.6, 57.2,
];

/** An e1RM [kg] with the standard deviation of its natural logarithm. */
export interface Estimate {
  readonly e1rm_kg: number;
  readonly sd_ln: number;
}

/** w·(1 + r/30) [kg], reps to failure ≥ 1. */
export function epley(load_kg: number, reps: number): number {
  return load_kg * (1 + reps / 30);
}

/** 36·w/(37 − r) [kg], 1 ≤ reps < 37; NaN from the pole on. */
export function brzycki(load_kg: number, reps: number): number {
  return reps < 37 ? (load_kg * 36) / (37 - reps) : Number.NaN;
}

/** w·r^0.10 [kg], reps ≥ 1. */
export function lombardi(load_kg: number, reps: number): number {
  return load_kg * reps ** 0.1;
}

/** 100·w/(52.2 + 41.9·e^(−0.055·r)) [kg], reps ≥ 1. */
export function mayhew(load_kg: number, reps: number): number {
  return (100 * load_kg) / (52.2 + 41.9 * Math.exp(-0.055 * reps));
}

/** w·(1 + r/40) [kg], reps ≥ 1. */
export function oconner(load_kg: number, reps: number): number {
  return load_kg * (1 + reps / 40);
}

/** 100·w/(48.8 + 53.8·e^(−0.075·r)) [kg], reps ≥ 1. */
export function wathan(load_kg: number, reps: number): number {
  return (100 * load_kg) / (48.8 + 53.8 * Math.exp(-0.075 * reps));
}

/** 100·w/(101.3 − 2.67123·r) [kg], 1 ≤ reps < 37; NaN from there on. */
export function lander(load_kg: number, reps: number): number {
  return reps < 37 ? (100 * load_kg) / (101.3 - 2.67123 * reps) : Number.NaN;
}

/**
 * The default estimate: mean of Brzycki and Wathan on effective reps, with its error.
 *
 * `rir` [reps, ≥ 0] is null when unknown: 0 is assumed then and the error of a guess added. Null
 * without load or reps and beyond 12 effective reps. A single with nothing in reserve is its own
 * maximum, and between 1 and 2 reps the curve is a straight line.
 */
export function estimate(load_kg: number, reps: number, rir: number | null = null): Estimate | null {
  if (load_kg <= 0 || reps < 1) return null;
  const effective = reps + Math.max(rir ?? 0, 0);
  const to_failure = SD_LN_BY_REPS.find(([limit]) => effective <= limit)?.[1];
  if (to_failure === undefined) return null;
  const factor = effective < 2 ? 1 + (effective - 1) * (meanCurve(2) - 1) : meanCurve(effective);
  const guess = rir === 0 ? 0 : RIR_ERROR_REPS * lnSlopePerRep(effective);
  return { e1rm_kg: load_kg * factor, sd_ln: Math.sqrt(to_failure * to_failure + guess * guess) };
}

/** Estimate of a counted weight × reps set good enough for a trend (RIR ≤ 3 or unknown), else null. */
export function estimateSet(set: PerformedSet, tracking: Tracking): Estimate | null {
  if (tracking !== "weight_reps" || set.load_kg === null || set.reps === null || !isCounted(set)) return null;
  const rir = statedRir(set);
  return rir !== null && rir > TREND_MAX_RIR ? null : estimate(set.load_kg, set.reps, rir);
}

/**
 * The day's point of the trend: index and estimate of the set with the highest estimate.
 *
 * Sets up to 10 effective reps come before longer ones however high those are; of equal estimates
 * the surer one is taken, then the first.
 */
export function bestEstimate(sets: readonly PerformedSet[], tracking: Tracking): readonly [number, Estimate] | null {
  let best: { index: number; found: Estimate; good: boolean } | null = null;
  for (const [index, set] of sets.entries()) {
    const found = estimateSet(set, tracking);
    if (found === null) continue;
    const good = (effectiveReps(set) ?? 0) <= TREND_GOOD_REPS;
    if (best === null || isBetter(found, good, best.found, best.good)) best = { index, found, good };
  }
  return best && [best.index, best.found];
}

/** Share of the maximum [%] that `reps` (1–12) at `rpe` (6–10 in half steps) stand for, or null outside the chart. */
export function rpePercentage(reps: number, rpe: number): number | null {
  const half_steps = (10 - rpe) * 2;
  if (reps < 1 || reps > 12 || half_steps < 0 || half_steps > 8 || !Number.isInteger(half_steps)) return null;
  return RPE_CHART[2 * (reps - 1) + half_steps] ?? null;
}

/** E1RM [kg] by the RPE chart, or null outside of it. */
export function rpeEstimate(load_kg: number, reps: number, rpe: number): number | null {
  const percentage = rpePercentage(reps, rpe);
  return percentage === null ? null : (100 * load_kg) / percentage;
}

function isBetter(one: Estimate, one_good: boolean, other: Estimate, other_good: boolean): boolean {
  if (one_good !== other_good) return one_good;
  if (one.e1rm_kg !== other.e1rm_kg) return one.e1rm_kg > other.e1rm_kg;
  return one.sd_ln < other.sd_ln;
}

function meanCurve(reps: number): number {
  return (brzycki(1, reps) + wathan(1, reps)) / 2;
}

/** Change of ln(e1RM) by one rep: .033 up to 4 reps, falling to .027 at 9 (Wathan's curve). */
function lnSlopePerRep(effective_reps: number): number {
  return 0.033 - 0.0012 * Math.max(effective_reps - 4, 0);
}
