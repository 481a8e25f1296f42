/** How the language-neutral cases of `conformance/` are called here; the server's twin is in its tests. */
import * as e1rm from "./e1rm.ts";
import { loadableFor, type Gym, type OwnStep } from "./gym.ts";
import { exerciseDays } from "./history.ts";
import * as plates from "./plates.ts";
import { RUN_CALLS } from "./programs/run-calls.ts";
import { advanceBests } from "./records.ts";
import * as sets from "./sets.ts";
import { theilSen } from "./theil-sen.ts";
import * as trend from "./trend.ts";
import * as units from "./units.ts";
import * as volume from "./volume.ts";
import { warmUpSets } from "./warmup.ts";

export interface ConformanceCase {
  readonly name: string;
  readonly function: string;
  readonly args: readonly never[];
  readonly expected: unknown;
  readonly tolerance?: number;
}

interface SetRow extends Partial<Omit<sets.PerformedSet, "flagged">> {
  readonly tracking?: sets.Tracking;
  readonly flagged?: boolean;
}

interface DatedRow extends SetRow, Omit<sets.DatedSet, "performed"> {}

/** An exercise as far as its weights go; what is missing is the standard. */
interface LoadedExercise {
  readonly gym?: Gym;
  readonly equipment?: string;
  readonly unit?: units.WeightUnit;
  readonly bar_id?: string;
  readonly own_step?: OwnStep;
}

type Call = (...args: never[]) => unknown;

export const CALLS: Readonly<Record<string, Call>> = {
  load_kg: units.toKg,
  from_kg: units.fromKg,
  distance_m: units.distanceM,
  length_cm: units.toCm,
  round_for_display: units.roundForDisplay,
  epley: e1rm.epley,
  brzycki: e1rm.brzycki,
  lombardi: e1rm.lombardi,
  mayhew: e1rm.mayhew,
  oconner: e1rm.oconner,
  wathan: e1rm.wathan,
  lander: e1rm.lander,
  estimate: e1rm.estimate,
  rpe_percentage: e1rm.rpePercentage,
  rpe_estimate: e1rm.rpeEstimate,
  estimate_set: (row: SetRow) => e1rm.estimateSet(performed(row), trackingOf([row])),
  best_estimate: (rows: readonly SetRow[]) => e1rm.bestEstimate(rows.map(performed), trackingOf(rows)),
  filter_points: (...args: Parameters<typeof trend.filterStates>) => trend.filterStates(...args).map(trend.point),
  filter_sd_pct: (...args: Parameters<typeof trend.filterStates>) =>
    trend.filterStates(...args).map((state) => 100 * Math.sqrt(state.var_level)),
  smooth_last: (...args: Parameters<typeof trend.smooth>) => trend.smooth(...args).at(-1),
  theil_sen: theilSen,
  describe: trend.describeTrend,
  probability_above: trend.probabilityAbove,
  record_events: (rows: readonly DatedRow[]) => eventsOf(rows).filter((event) => event.kind !== "e1rm"),
  record_kinds: (rows: readonly DatedRow[]) =>
    eventsOf(rows)
      .filter((event) => event.kind !== "e1rm")
      .map((event) => [event.kind, event.reps]),
  e1rm_record_dates: (rows: readonly DatedRow[]) =>
    eventsOf(rows)
      .filter((event) => event.kind === "e1rm")
      .map((event) => event.local_date),
  exercise_days: (rows: readonly DatedRow[]) => [...exerciseDays(rows.map(dated), trackingOf(rows))],
  exercise_days_after: daysAfter,
  smooth_history: (rows: readonly DatedRow[]) => smoothHistory(rows),
  is_hard_set: (row: SetRow) => sets.isHardSet(performed(row), trackingOf([row])),
  tonnage_kg: (row: SetRow) => sets.tonnageKg(performed(row), trackingOf([row])),
  effective_reps: (row: SetRow) => sets.effectiveReps(performed(row)),
  day_totals: (rows: readonly DatedRow[]) => volume.dayTotals(rows.map(dated), trackingOf(rows)),
  muscle_shares: (...args: Parameters<typeof volume.muscleShares>) => Object.fromEntries(volume.muscleShares(...args)),
  hard_sets_by_muscle: (hard_sets: Record<string, number>, shares: Record<string, Record<string, number>>) =>
    Object.fromEntries(
      volume.hardSetsByMuscle(
        new Map(Object.entries(hard_sets)),
        new Map(Object.entries(shares).map(([id, share]) => [id, new Map(Object.entries(share))])),
      ),
    ),
  week_start: volume.weekStart,
  volume_by_week: (rows: readonly [string, number, number][], first_weekday?: number) =>
    volume.volumeByWeek(
      rows.map(([local_date, hard_sets, tonnage_kg]) => ({ local_date, hard_sets, tonnage_kg })),
      first_weekday,
    ),
  streak_weeks: volume.streakWeeks,
  is_loadable: (one: LoadedExercise, weight: number) => plates.isLoadable(loadableOf(one), weight, unitOf(one)),
  next_loadable: (one: LoadedExercise, weight: number, direction: 1 | -1) =>
    plates.nextLoadable(loadableOf(one), weight, unitOf(one), direction),
  nearest_loadable: (one: LoadedExercise, weight: number) => plates.nearestLoadable(loadableOf(one), weight, unitOf(one)),
  plates_per_side: (one: LoadedExercise, weight: number) => {
    const loadable = loadableOf(one);
    return loadable.kind === "bar" ? plates.platesPerSide(loadable, weight, unitOf(one)) : null;
  },
  loading: (one: LoadedExercise, weights: readonly number[], reps: number | null) => loading(one, weights, reps),
  warm_up_sets: (one: LoadedExercise, target: number, reps: number | null) =>
    warmUpSets(loadableOf(one), target, unitOf(one), reps),
  ...RUN_CALLS,
};

/** Everything that can be asked about some weights of one exercise. */
function loading(one: LoadedExercise, weights: readonly number[], reps: number | null) {
  const loadable = loadableOf(one);
  const unit = unitOf(one);
  return weights.map((weight) => ({
    up: plates.nextLoadable(loadable, weight, unit, 1),
    down: plates.nextLoadable(loadable, weight, unit, -1),
    nearest: plates.nearestLoadable(loadable, weight, unit),
    is_loadable: plates.isLoadable(loadable, weight, unit),
    plates: loadable.kind === "bar" ? plates.platesPerSide(loadable, weight, unit) : null,
    warm_ups: warmUpSets(loadable, weight, unit, reps),
  }));
}

function unitOf({ unit }: LoadedExercise): units.WeightUnit {
  return unit ?? "kg";
}

function loadableOf(one: LoadedExercise): plates.Loadable {
  return loadableFor(one.gym ?? null, one.equipment ?? "barbell", unitOf(one), one.bar_id ?? null, one.own_step ?? null);
}

const UNKNOWN = { load_kg: null, reps: null, duration_s: null, distance_m: null, rpe: null, rir: null } as const;

function performed({ tracking: _, flagged, ...values }: SetRow): sets.PerformedSet {
  return { kind: "working", completed: true, ...UNKNOWN, ...values, flagged: flagged ? "set.reps" : null };
}

function dated({ set_id, workout_id, local_date, at_ms, ...row }: DatedRow): sets.DatedSet {
  return { set_id, workout_id, local_date, at_ms, performed: performed(row) };
}

/** The sets of a case are of one exercise, so the first says what all are. */
function trackingOf(rows: readonly SetRow[]): sets.Tracking {
  return rows[0]?.tracking ?? "weight_reps";
}

function eventsOf(rows: readonly DatedRow[]) {
  return [...exerciseDays(rows.map(dated), trackingOf(rows))].flatMap((day) => day.events);
}

/** The days after the first `count`, computed from what those leave behind. */
function daysAfter(rows: readonly DatedRow[], count: number) {
  const days = [...exerciseDays(rows.map(dated), trackingOf(rows))];
  const head = days.slice(0, count);
  const first = days[count]?.local_date;
  if (first === undefined) return [];
  const recorded = head.findLast((day) => day.events.some((event) => event.kind === "e1rm"));
  const before = {
    trend: head.findLast((day) => day.trend !== null)?.trend ?? null,
    e1rm_best: recorded?.trend ?? null,
    bests: advanceBests(
      new Map(),
      head.flatMap((day) => day.events.filter((event) => event.kind !== "e1rm")),
    ),
  };
  const later = rows.filter((row) => row.local_date >= first).map(dated);
  return [...exerciseDays(later, trackingOf(rows), before)];
}

function smoothHistory(rows: readonly DatedRow[]) {
  const states = [...exerciseDays(rows.map(dated), trackingOf(rows))].flatMap((day) => day.trend ?? []);
  const points = trend.smoothStates(states).map(trend.point);
  return { points, change: trend.describeTrend(points, 0) };
}

/** Whether a result has everything the case expects; objects may name only some fields. */
export function agrees(actual: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof expected === "number") {
    return typeof actual === "number" && Math.abs(actual - expected) <= Math.max(tolerance, 1e-12 * Math.abs(expected));
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((one, index) => agrees(actual[index], one, tolerance))
    );
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof actual !== "object" || actual === null) return false;
    const found = actual as Readonly<Record<string, unknown>>;
    return Object.entries(expected).every(([name, value]) => agrees(found[name], value, tolerance));
  }
  return actual === expected;
}
