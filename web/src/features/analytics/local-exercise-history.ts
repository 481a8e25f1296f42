/** What the page of an exercise shows, from this device; the twin of the server's `workouts/exercise_history.py`. */
import type { components } from "@/api/generated/schema";
import type { ExercisePast } from "@/features/workouts/exercise-past.ts";
import { headlineRecords, standingRecords } from "@/features/workouts/local-records.ts";
import type { RecordRead } from "@/features/workouts/queries.ts";
import { addDays } from "@/lib/clock.ts";
import { dayNumber, type ExerciseDay } from "@/training/history.ts";
import { describeTrend, point, smoothStates, type TrendPoint } from "@/training/trend.ts";
import { weekStart } from "@/training/volume.ts";

type Wire = components["schemas"]["ExerciseHistory"];
export type TrendDay = components["schemas"]["TrendDay"];
export type TrendSummary = components["schemas"]["TrendSummary"];
export type ExerciseSession = components["schemas"]["ExerciseSession"];
export type HistoryRange = Wire["range"];

/** The server's document with every session and every beaten record in it: nothing is left to fetch. */
export interface ExerciseHistory extends Omit<Wire, "next_cursor"> {
  /** Records that beat another, newest first. */
  readonly beaten: readonly RecordRead[];
}

const RANGE_DAYS: Readonly<Record<HistoryRange, number | null>> = { "3m": 92, "1y": 366, all: null };

/** Longer histories are drawn by weeks: more points than pixels help nobody. */
const MAX_SINGLE_DAYS = 400;

/** Charts, records and sessions of an exercise; `today` is the lifter's `YYYY-MM-DD`. */
export function makeExerciseHistory(
  past: ExercisePast,
  all: readonly ExerciseDay[],
  range: HistoryRange,
  today: string,
): ExerciseHistory {
  const length = RANGE_DAYS[range];
  const since = length === null ? "" : addDays(today, -length);
  const shown = all.filter((day) => day.local_date >= since);
  const points = smoothStates(shown.flatMap((day) => day.trend ?? [])).map(point);
  const days = toTrendDays(shown, points);
  const by_week = days.length > MAX_SINGLE_DAYS;
  return {
    exercise_id: past.exercise_id,
    range,
    grouped_by: by_week ? "week" : "day",
    days: by_week ? toWeeks(days) : days,
    summary: summaryOf(points),
    records: standingRecords(past.exercise_id, all),
    beaten: headlineRecords(past.exercise_id, all).filter((record) => record.previous_value !== null),
    sessions: sessionsOf(past),
    total_sets: all.reduce((sum, day) => sum + day.totals.sets, 0),
    total_days: all.length,
    first_date: all[0]?.local_date ?? null,
    last_date: all.at(-1)?.local_date ?? null,
  };
}

/** Workouts with a set of the exercise, newest day and start first. */
function sessionsOf(past: ExercisePast): ExerciseSession[] {
  const by_workout = Map.groupBy(
    past.entries.filter((entry) => entry.sets.length > 0),
    (entry) => entry.workout_id,
  );
  return [...by_workout.values()]
    .flatMap((entries) => {
      const [first] = entries;
      if (!first) return [];
      const { workout_id, title, started_at, local_date, notes } = first;
      return [{ workout_id, title, started_at, local_date, notes, sets: entries.flatMap((entry) => entry.sets) }];
    })
    .toSorted(
      (a, b) => compare(b.local_date, a.local_date) || compare(b.started_at, a.started_at) || compare(a.workout_id, b.workout_id),
    );
}

function toTrendDays(days: readonly ExerciseDay[], points: readonly TrendPoint[]): TrendDay[] {
  const point_by_day = new Map(points.map((one) => [one.day, one]));
  return days.map(({ local_date, totals, estimate, trend }) => {
    const { top_workout_id, ...sums } = totals;
    const smoothed = trend === null ? undefined : point_by_day.get(dayNumber(local_date));
    return {
      local_date,
      e1rm_kg: estimate?.e1rm_kg ?? null,
      level_kg: smoothed?.level_kg ?? null,
      low_kg: smoothed?.low_kg ?? null,
      high_kg: smoothed?.high_kg ?? null,
      workout_id: top_workout_id,
      ...sums,
    };
  });
}

function toWeeks(days: readonly TrendDay[]): TrendDay[] {
  const by_week = new Map<string, TrendDay>();
  for (const day of days) {
    const week = weekStart(day.local_date);
    const earlier = by_week.get(week);
    by_week.set(week, earlier ? merged(earlier, day) : day);
  }
  return [...by_week.values()];
}

/** Two days drawn as one point: sums, the best sets, and the trend after the later one. */
function merged(earlier: TrendDay, later: TrendDay): TrendDay {
  const { top_load_kg, top_reps, workout_id } = isHigher(later, earlier) ? later : earlier;
  const { level_kg, low_kg, high_kg } = later.level_kg === null ? earlier : later;
  return {
    local_date: later.local_date,
    e1rm_kg: Math.max(earlier.e1rm_kg ?? 0, later.e1rm_kg ?? 0) || null,
    level_kg,
    low_kg,
    high_kg,
    top_load_kg,
    top_reps,
    workout_id,
    tonnage_kg: earlier.tonnage_kg + later.tonnage_kg,
    reps: earlier.reps + later.reps,
    sets: earlier.sets + later.sets,
    hard_sets: earlier.hard_sets + later.hard_sets,
    duration_s: earlier.duration_s + later.duration_s,
    distance_m: earlier.distance_m + later.distance_m,
  };
}

function isHigher(one: TrendDay, other: TrendDay): boolean {
  const load = one.top_load_kg ?? Number.NEGATIVE_INFINITY;
  const other_load = other.top_load_kg ?? Number.NEGATIVE_INFINITY;
  return load === other_load ? (one.top_reps ?? 0) > (other.top_reps ?? 0) : load > other_load;
}

function summaryOf(points: readonly TrendPoint[]): TrendSummary {
  const { verdict, change_kg, low_kg, high_kg, weeks } = describeTrend(points, 0);
  const now = points.at(-1);
  return {
    verdict,
    now_kg: now?.level_kg ?? null,
    low_kg: now?.low_kg ?? null,
    high_kg: now?.high_kg ?? null,
    change_kg,
    change_low_kg: low_kg,
    change_high_kg: high_kg,
    weeks,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
