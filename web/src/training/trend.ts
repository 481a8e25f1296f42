/** Strength over time: a Kalman filter on ln(e1RM) and its smoother; the twin of the server's `training/trend.py`. */
import { erf } from "./erf.ts";

/** Variance the level takes up per day. */
const LEVEL_NOISE = 0.004 ** 2;
/** Variance the slope [1/day] takes up per day. */
const SLOPE_NOISE = 0.0003 ** 2;
/** Before any data the slope is 0 with this standard deviation [1/day]. */
const START_SLOPE_SD = 0.002;
/** Half width of a 95 % interval in standard deviations. */
export const Z95 = 1.96;
/** A plateau is called only when the whole slope interval lies inside ± this [%/week]. */
const PLATEAU_PCT_PER_WEEK = 0.1;
/** Fewer points or a shorter span say nothing. */
const MIN_POINTS = 6;
const MIN_SPAN_DAYS = 28;

export type Verdict = "rising" | "falling" | "plateau" | "unclear" | "too_early";

/** What the filter knows after a day's observation. `day` counts days from any fixed date. */
export interface TrendState {
  readonly day: number;
  readonly level: number;
  readonly slope: number;
  readonly var_level: number;
  readonly cov: number;
  readonly var_slope: number;
}

/** A day of the trend: level with its 95 % interval [kg] and slope [%/week]. */
export interface TrendPoint {
  readonly day: number;
  readonly level_kg: number;
  readonly low_kg: number;
  readonly high_kg: number;
  readonly slope_pct_per_week: number;
}

/** What happened between two days, with 95 % interval [kg]; all numbers are null with fewer than two points. */
export interface Change {
  readonly verdict: Verdict;
  readonly weeks: number | null;
  readonly change_kg: number | null;
  readonly low_kg: number | null;
  readonly high_kg: number | null;
}

/** State after one more observation; `day` is not before `previous.day`, `e1rm_kg` and `sd_ln` are > 0. */
export function advance(previous: TrendState | null, day: number, e1rm_kg: number, sd_ln: number): TrendState {
  const observed = Math.log(e1rm_kg);
  const noise = sd_ln * sd_ln;
  if (previous === null) {
    return { day, level: observed, slope: 0, var_level: noise, cov: 0, var_slope: START_SLOPE_SD * START_SLOPE_SD };
  }
  const { level, slope, var_level, cov, var_slope } = predict(previous, day - previous.day);
  const total = var_level + noise;
  const gain_level = var_level / total;
  const gain_slope = cov / total;
  const surprise = observed - level;
  return {
    day,
    level: level + gain_level * surprise,
    slope: slope + gain_slope * surprise,
    var_level: (1 - gain_level) * var_level,
    cov: (1 - gain_level) * cov,
    var_slope: var_slope - gain_slope * cov,
  };
}

/** State after each observation, looking only backwards: the truth for "today". */
export function filterStates(days: readonly number[], e1rm_kg: readonly number[], sd_ln: readonly number[]): TrendState[] {
  const states: TrendState[] = [];
  for (const [index, day] of days.entries()) {
    states.push(advance(states.at(-1) ?? null, day, e1rm_kg[index] ?? Number.NaN, sd_ln[index] ?? Number.NaN));
  }
  return states;
}

/** Rauch–Tung–Striebel smoother: each day as seen with everything known up to the last one. */
export function smoothStates(states: readonly TrendState[]): TrendState[] {
  const smoothed: TrendState[] = [];
  for (const state of states.toReversed()) {
    const later = smoothed.at(-1);
    smoothed.push(later ? smoothOne(state, later) : state);
  }
  return smoothed.toReversed();
}

/** The state in kilograms, with its 95 % interval. */
export function point(state: TrendState): TrendPoint {
  const half = Z95 * Math.sqrt(state.var_level);
  return {
    day: state.day,
    level_kg: Math.exp(state.level),
    low_kg: Math.exp(state.level - half),
    high_kg: Math.exp(state.level + half),
    slope_pct_per_week: state.slope * 700,
  };
}

/** The line a history chart draws: days ascending, one best e1RM [kg] each with its error. */
export function smooth(days: readonly number[], e1rm_kg: readonly number[], sd_ln: readonly number[]): TrendPoint[] {
  return smoothStates(filterStates(days, e1rm_kg, sd_ln)).map(point);
}

/**
 * Change from the first point on or after `since_day` to the last, and what may be said of it.
 *
 * `rising` and `falling` need an interval that excludes 0, `plateau` one inside ±0.1 %/week; with
 * fewer than 6 points or 4 weeks it is `too_early`, and everything else is `unclear`.
 */
export function describeTrend(points: readonly TrendPoint[], since_day: number): Change {
  const window = points.filter((one) => one.day >= since_day);
  const first = window[0];
  const last = window.at(-1);
  if (window.length < 2 || !first || !last) {
    return { verdict: "too_early", weeks: null, change_kg: null, low_kg: null, high_kg: null };
  }
  const weeks = (last.day - first.day) / 7;
  const change_ln = Math.log(last.level_kg / first.level_kg);
  const half = Math.hypot(Math.log(first.high_kg / first.level_kg), Math.log(last.high_kg / last.level_kg));
  const low = change_ln - half;
  const high = change_ln + half;
  return {
    verdict: verdictOf(window.length, weeks, low, high),
    weeks,
    change_kg: last.level_kg - first.level_kg,
    low_kg: first.level_kg * Math.expm1(low),
    high_kg: first.level_kg * Math.expm1(high),
  };
}

/** Probability [0–1] that the new level exceeds the old one, their errors taken as independent. */
export function probabilityAbove(newer: TrendState, older: TrendState): number {
  const spread = Math.sqrt(2 * (newer.var_level + older.var_level));
  return 0.5 * (1 + erf((newer.level - older.level) / spread));
}

/** The state `dt` [days] later, before anything is observed. */
function predict({ day, level, slope, var_level, cov, var_slope }: TrendState, dt: number): TrendState {
  const carried = cov + dt * var_slope;
  return {
    day: day + dt,
    level: level + dt * slope,
    slope,
    var_level: var_level + dt * (cov + carried) + LEVEL_NOISE * dt + (SLOPE_NOISE * (dt * dt * dt)) / 3,
    cov: carried + (SLOPE_NOISE * (dt * dt)) / 2,
    var_slope: var_slope + SLOPE_NOISE * dt,
  };
}

function smoothOne(state: TrendState, later: TrendState): TrendState {
  const { day, level, slope, var_level, cov, var_slope } = state;
  const dt = later.day - day;
  const ahead = predict(state, dt);
  const { var_level: p00, cov: p01, var_slope: p11 } = ahead;
  const cross00 = var_level + dt * cov;
  const cross10 = cov + dt * var_slope;
  const determinant = p00 * p11 - p01 * p01;
  const g00 = (cross00 * p11 - cov * p01) / determinant;
  const g01 = (cov * p00 - cross00 * p01) / determinant;
  const g10 = (cross10 * p11 - var_slope * p01) / determinant;
  const g11 = (var_slope * p00 - cross10 * p01) / determinant;
  const d_level = later.level - ahead.level;
  const d_slope = later.slope - ahead.slope;
  const d00 = later.var_level - p00;
  const d01 = later.cov - p01;
  const d11 = later.var_slope - p11;
  return {
    day,
    level: level + g00 * d_level + g01 * d_slope,
    slope: slope + g10 * d_level + g11 * d_slope,
    var_level: var_level + g00 * (g00 * d00 + g01 * d01) + g01 * (g00 * d01 + g01 * d11),
    cov: cov + g10 * (g00 * d00 + g01 * d01) + g11 * (g00 * d01 + g01 * d11),
    var_slope: var_slope + g10 * (g10 * d00 + g11 * d01) + g11 * (g10 * d01 + g11 * d11),
  };
}

function verdictOf(points: number, weeks: number, low_ln: number, high_ln: number): Verdict {
  if (points < MIN_POINTS || weeks * 7 < MIN_SPAN_DAYS) return "too_early";
  if (low_ln > 0) return "rising";
  if (high_ln < 0) return "falling";
  const limit = (PLATEAU_PCT_PER_WEEK / 100) * weeks;
  return -limit <= low_ln && high_ln <= limit ? "plateau" : "unclear";
}
