/** A line that a few wild values cannot bend; the twin of `theil_sen` in the server's `training/trend.py`. */
import { Z95 } from "./trend.ts";

/** A Theil–Sen line: slope with 95 % interval [y per x] and intercept [y]. */
export interface Slope {
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  readonly intercept: number;
}

/** Median of all pairwise slopes; null without two different x. Costs n² steps: for some hundred points. */
export function theilSen(x: readonly number[], y: readonly number[]): Slope | null {
  const points = x.map((place, index) => ({ x: place, y: y[index] ?? Number.NaN }));
  const slopes = points
    .flatMap((from, index) => points.slice(index + 1).flatMap((to) => (to.x === from.x ? [] : [(to.y - from.y) / (to.x - from.x)])))
    .toSorted((a, b) => a - b);
  if (slopes.length === 0) return null;
  const slope = median(slopes);
  const half = Z95 * Math.sqrt(kendallVariance(x, y));
  const low = Math.max(roundHalfToEven((slopes.length - half) / 2) - 1, 0);
  const high = Math.min(roundHalfToEven((slopes.length + half) / 2), slopes.length - 1);
  return { slope, low: slopes[low] ?? slope, high: slopes[high] ?? slope, intercept: median(y) - slope * median(x) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** As Python rounds. */
function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** Variance of Kendall's S [pairs²] under no trend, ties in x and y accounted for. */
function kendallVariance(x: readonly number[], y: readonly number[]): number {
  const tied = [x, y]
    .flatMap((values) => [...Map.groupBy(values, (value) => value).values()])
    .reduce((sum, group) => sum + pairsTerm(group.length), 0);
  return Math.max(pairsTerm(y.length) - tied, 0) / 18;
}

function pairsTerm(count: number): number {
  return count * (count - 1) * (2 * count + 5);
}
