import type { Format } from "@/features/auth/use-format.ts";
import type { Metric } from "@/db/documents.ts";
import { CM_PER_IN, KG_PER_LB } from "@/training/units.ts";

/** The unit the person reads a metric in, among those it may have. */
export function shownUnit(units: readonly string[], format: Pick<Format, "weight_unit" | "length_unit">): string {
  return [format.weight_unit, format.length_unit].find((unit) => units.includes(unit)) ?? units[0] ?? "";
}

const IN_BASE: Readonly<Record<string, number>> = { kg: 1, lb: KG_PER_LB, cm: 1, in: CM_PER_IN };

/** A value in another unit; as typed where the units are the same or have nothing in common. */
export function convertMetric(value: number, from: string, to: string): number {
  const [a, b] = [IN_BASE[from], IN_BASE[to]];
  const same_kind = (from === "kg" || from === "lb") === (to === "kg" || to === "lb");
  if (from === to || a === undefined || b === undefined || !same_kind) return value;
  return (value * a) / b;
}

const DAY_MS = 86_400_000;
/** After this many days an old value has lost two thirds of its weight. */
const SMOOTHING_DAYS = 10;

/**
 * A smoothed line through dated values, oldest first.
 *
 * Exponential in time, not in entries: somebody who weighs once a week gets the same line as
 * somebody who weighs daily.
 */
export function smoothed(points: readonly { readonly at_ms: number; readonly value: number }[]): number[] {
  const line: number[] = [];
  let weight = 0;
  let level = 0;
  let before_ms = points[0]?.at_ms ?? 0;
  for (const { at_ms, value } of points) {
    weight = weight * Math.exp(-(at_ms - before_ms) / DAY_MS / SMOOTHING_DAYS) + 1;
    level += (value - level) / weight;
    before_ms = at_ms;
    line.push(level);
  }
  return line;
}

/** One value per day, the day's last: charts have one point a day. */
export function lastOfEachDay(metrics: readonly Metric[]): Metric[] {
  const byDay = new Map<string, Metric>();
  for (const metric of metrics) {
    const known = byDay.get(metric.local_date);
    if (!known || known.measured_at <= metric.measured_at) byDay.set(metric.local_date, metric);
  }
  return [...byDay.values()].toSorted((a, b) => a.local_date.localeCompare(b.local_date));
}
