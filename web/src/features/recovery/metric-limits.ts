import type { ApiError } from "@/api/problem.ts";
import { convertMetric } from "./metric-values.ts";

/**
 * Believable ranges in each metric's first unit, as in the server's `recovery/metrics.py`: a value is
 * refused at the field, because without a network nobody else would say so in time.
 */
const RANGES: Readonly<Record<string, readonly [unit: string, low: number, high: number]>> = {
  weight: ["kg", 15, 500],
  body_fat: ["%", 1, 80],
  lean_mass: ["kg", 10, 300],
  neck: ["cm", 15, 100],
  shoulders: ["cm", 40, 250],
  chest: ["cm", 30, 300],
  left_biceps: ["cm", 8, 100],
  right_biceps: ["cm", 8, 100],
  left_forearm: ["cm", 8, 80],
  right_forearm: ["cm", 8, 80],
  abdomen: ["cm", 30, 350],
  waist: ["cm", 30, 350],
  hips: ["cm", 30, 350],
  left_thigh: ["cm", 15, 150],
  right_thigh: ["cm", 15, 150],
  left_calf: ["cm", 10, 100],
  right_calf: ["cm", 10, 100],
};

/** Why a value cannot be taken; null when it can. */
export function metricProblem(metric: string, value: number, unit: string): ApiError | null {
  const range = RANGES[metric];
  if (!range) return null;
  const [first_unit, low, high] = range;
  const in_first_unit = convertMetric(value, unit, first_unit);
  if (in_first_unit >= low && in_first_unit <= high) return null;
  return { code: "metric.implausible", status: 400, detail: `${value} ${unit} is not a believable value of ${metric}.` };
}
