import { addDays } from "@/lib/clock.ts";
import type { Tracking } from "@/training/sets.ts";
import { columnOf } from "@/ui/month-grid.tsx";
import type { TrendDay } from "./local-exercise-history.ts";

export type ChartMetric = "e1rm" | "top" | "volume" | "sets";
/** What the volume of an exercise is counted in. */
export type VolumeKind = "tonnage" | "reps" | "duration" | "distance";

/** Charts that have something to show for an exercise. */
export function metricsOf(days: readonly TrendDay[]): ChartMetric[] {
  const metrics: ChartMetric[] = [];
  if (days.some((day) => day.e1rm_kg !== null)) metrics.push("e1rm");
  if (days.some((day) => (day.top_load_kg ?? 0) !== 0 || day.top_reps !== null)) metrics.push("top");
  metrics.push("volume", "sets");
  return metrics;
}

export function volumeKind(tracking: Tracking, days: readonly TrendDay[]): VolumeKind {
  if (days.some((day) => day.tonnage_kg > 0)) return "tonnage";
  switch (tracking) {
    case "duration":
    case "weight_duration":
      return "duration";
    case "distance_duration":
    case "weight_distance":
      return "distance";
    default:
      return "reps";
  }
}

export function volumeOf(day: TrendDay, kind: VolumeKind): number {
  switch (kind) {
    case "tonnage":
      return day.tonnage_kg;
    case "reps":
      return day.reps;
    case "duration":
      return day.duration_s;
    case "distance":
      return day.distance_m;
  }
}

export interface WeekSets {
  /** The week's first day. */
  readonly date: string;
  readonly hard_sets: number;
}

/** Hard sets by week from the first to the last week with training; weeks without are zeros. */
export function setsPerWeek(days: readonly TrendDay[], week_start: number): WeekSets[] {
  const weekOf = (date: string) => addDays(date, -columnOf(date, week_start));
  const byWeek = new Map<string, number>();
  for (const day of days) byWeek.set(weekOf(day.local_date), (byWeek.get(weekOf(day.local_date)) ?? 0) + day.hard_sets);
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return [];
  const weeks: WeekSets[] = [];
  for (let date = weekOf(first.local_date); date <= last.local_date; date = addDays(date, 7)) {
    weeks.push({ date, hard_sets: byWeek.get(date) ?? 0 });
  }
  return weeks;
}

/** The day with the highest top set, the earliest of equals. */
export function bestTop(days: readonly TrendDay[]): TrendDay | null {
  let best: TrendDay | null = null;
  for (const day of days) {
    if (day.top_load_kg === null) continue;
    if (best === null || day.top_load_kg > (best.top_load_kg ?? 0)) best = day;
  }
  return best;
}
