/** How much was trained: totals of a day, hard sets per muscle, weeks and streaks; twin of `training/volume.py`. */
import { isCounted, isHardSet, rankedLoadKg, tonnageKg, type DatedSet, type PerformedSet, type Tracking } from "./sets.ts";

const PRIMARY_SHARE = 1;
/** Fractional sets: a secondary muscle gets half. */
const SECONDARY_SHARE = 0.5;

const MONDAY = 1;
const DAY_MS = 86_400_000;

/**
 * One exercise on one day, over its counted sets.
 *
 * `top_load_kg` is the heaviest load on the scale of `rankedLoadKg` and `top_reps` the most reps done
 * with it; `top_workout_id` is where that happened.
 */
export interface DayTotals {
  readonly sets: number;
  readonly hard_sets: number;
  readonly reps: number;
  readonly tonnage_kg: number;
  readonly duration_s: number;
  readonly distance_m: number;
  readonly top_load_kg: number | null;
  readonly top_reps: number | null;
  readonly top_workout_id: string | null;
}

/** One calendar week: its first day, training days, hard sets and tonnage [kg]. */
export interface WeekVolume {
  readonly week_start: string;
  readonly days: number;
  readonly hard_sets: number;
  readonly tonnage_kg: number;
}

/** Totals of one exercise's sets of one day, or null when no set counts. */
export function dayTotals(sets: readonly DatedSet[], tracking: Tracking): DayTotals | null {
  let count = 0;
  let hard_sets = 0;
  let reps = 0;
  let tonnage_kg = 0;
  let duration_s = 0;
  let distance_m = 0;
  let top: TopSet | null = null;
  for (const { performed, workout_id } of sets) {
    if (!isCounted(performed)) continue;
    count += 1;
    hard_sets += isHardSet(performed, tracking) ? 1 : 0;
    reps += performed.reps ?? 0;
    tonnage_kg += tonnageKg(performed, tracking);
    duration_s += performed.duration_s ?? 0;
    distance_m += performed.distance_m ?? 0;
    const ranked = topSet(performed, tracking, workout_id);
    if (top === null || isHigher(ranked, top)) top = ranked;
  }
  if (top === null) return null;
  return {
    sets: count,
    hard_sets,
    reps,
    tonnage_kg,
    duration_s,
    distance_m,
    top_load_kg: top.load > NO_LOAD ? top.load : null,
    top_reps: top.reps || null,
    top_workout_id: top.workout_id,
  };
}

/** Share of each muscle in one set of an exercise: 1 if primary, else ½ if secondary. */
export function muscleShares(primary: readonly string[], secondary: readonly string[]): Map<string, number> {
  const shares = new Map(secondary.map((muscle) => [muscle, SECONDARY_SHARE]));
  for (const muscle of primary) shares.set(muscle, PRIMARY_SHARE);
  return shares;
}

/** Fractional hard sets [sets] of each muscle; exercises without known muscles add nothing. */
export function hardSetsByMuscle(
  hard_sets_by_exercise: ReadonlyMap<string, number>,
  shares_by_exercise: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [exercise_id, hard_sets] of hard_sets_by_exercise) {
    for (const [muscle, share] of shares_by_exercise.get(exercise_id) ?? []) {
      totals.set(muscle, (totals.get(muscle) ?? 0) + share * hard_sets);
    }
  }
  return totals;
}

/** First day of the week a day lies in; weeks start on the ISO weekday `first_weekday` (1 Monday … 7 Sunday). */
export function weekStart(local_date: string, first_weekday = MONDAY): string {
  const date_ms = Date.parse(`${local_date}T00:00:00Z`);
  const weekday = new Date(date_ms).getUTCDay() || 7;
  return toDate(date_ms - ((weekday - first_weekday + 7) % 7) * DAY_MS);
}

/** Weeks with training, oldest first, from days in any order; several rows of one date are one training day. */
export function volumeByWeek(
  days: readonly { readonly local_date: string; readonly hard_sets: number; readonly tonnage_kg: number }[],
  first_weekday = MONDAY,
): WeekVolume[] {
  const by_week = Map.groupBy(days, (day) => weekStart(day.local_date, first_weekday));
  return [...by_week]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([week_start, rows]) => ({
      week_start,
      days: new Set(rows.map((row) => row.local_date)).size,
      hard_sets: rows.reduce((sum, row) => sum + row.hard_sets, 0),
      tonnage_kg: rows.reduce((sum, row) => sum + row.tonnage_kg, 0),
    }));
}

/**
 * Weeks in a row, up to now, with at least `goal` training days.
 *
 * The current week counts once its goal is met and never breaks the streak before that. Dates
 * after `today` are ignored.
 */
export function streakWeeks(local_dates: Iterable<string>, today: string, goal = 1, first_weekday = MONDAY): number {
  const days_by_week = new Map<string, number>();
  for (const local_date of new Set(local_dates)) {
    if (local_date > today) continue;
    const week = weekStart(local_date, first_weekday);
    days_by_week.set(week, (days_by_week.get(week) ?? 0) + 1);
  }
  const reached = (week_ms: number) => (days_by_week.get(toDate(week_ms)) ?? 0) >= Math.max(goal, 1);
  let week_ms = Date.parse(`${weekStart(today, first_weekday)}T00:00:00Z`);
  let streak = reached(week_ms) ? 1 : 0;
  for (week_ms -= 7 * DAY_MS; reached(week_ms); week_ms -= 7 * DAY_MS) streak += 1;
  return streak;
}

const NO_LOAD = Number.NEGATIVE_INFINITY;

interface TopSet {
  readonly load: number;
  readonly reps: number;
  readonly workout_id: string;
}

function topSet(set: PerformedSet, tracking: Tracking, workout_id: string): TopSet {
  return { load: rankedLoadKg(set, tracking) ?? NO_LOAD, reps: set.reps ?? 0, workout_id };
}

/** Of equal sets the first performed one stays the top set. */
function isHigher(one: TopSet, other: TopSet): boolean {
  return one.load === other.load ? one.reps > other.reps : one.load > other.load;
}

function toDate(date_ms: number): string {
  return new Date(date_ms).toISOString().slice(0, 10);
}
