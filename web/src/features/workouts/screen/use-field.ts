import { useLingui } from "@lingui/react/macro";
import type { WorkoutSet } from "@/db/documents.ts";
import { roundTo } from "@/lib/decimal.ts";
import { formatDuration } from "@/lib/format.ts";
import { fromKg, toKg } from "@/training/units.ts";
import { limitsOf, refuse, type SetField } from "../set-limits.ts";
import { weightSign } from "../set-values.ts";
import { useActive, useScreen } from "./screen-context.ts";

const DURATION_STEP_S = 5;

export interface FieldModel {
  /** What it is, read aloud. */
  readonly label: string;
  readonly unit: string | undefined;
  readonly value: number | null;
  readonly text: string | null;
  readonly digits: number;
  readonly signed: boolean;
  readonly can_decrease: boolean;
  /** Set the number; a sentence when it is not possible. */
  readonly set: (value: number | null) => string | null;
  readonly step: (direction: 1 | -1) => void;
}

/** One number of the chosen set: how it is shown, stepped, checked and changed. */
export function useField(set: WorkoutSet, field: Exclude<SetField, "rpe" | "rir">): FieldModel {
  const { t, i18n } = useLingui();
  const { sets, format } = useScreen();
  const { tracking, unit, loading } = useActive();
  const { min, max, digits } = limitsOf(field, tracking);
  const distance_unit = set.distance_unit ?? (tracking === "weight_distance" ? "m" : format.distance_unit);
  const value = field === "weight" ? shownWeight(set, unit) : set[field];

  const put = (next: number | null): string | null => {
    if (next !== null) {
      const refusal = refuse(field, next, tracking);
      if (refusal) return i18n._(refusal);
    }
    const rounded = next === null ? null : roundTo(next, digits);
    if (field === "weight") sets.change(set, { weight: rounded, weight_unit: rounded === null ? null : unit });
    else if (field === "distance") sets.change(set, { distance: rounded, distance_unit: rounded === null ? null : distance_unit });
    else sets.change(set, { [field]: rounded });
    return null;
  };
  const step = (direction: 1 | -1) => {
    const next = steppedValue(direction);
    put(Math.min(max, Math.max(min, next)));
  };
  function steppedValue(direction: 1 | -1): number {
    switch (field) {
      case "weight":
        return loading.step(value, direction);
      case "reps":
        return (value ?? 0) + direction;
      case "duration_s":
        return (value ?? 0) + direction * DURATION_STEP_S;
      case "distance":
        return (value ?? 0) + direction * (distance_unit === "m" ? 10 : 0.1);
    }
  }
  const sign = field === "weight" ? weightSign({ weight: value }, tracking) : "";
  return {
    label: field === "weight" ? t`Weight` : field === "reps" ? t`Reps` : field === "duration_s" ? t`Time` : t`Distance`,
    unit: field === "weight" ? unit : field === "distance" ? distance_unit : field === "reps" ? t`reps` : undefined,
    value,
    text: value === null ? null : field === "duration_s" ? formatDuration(value) : sign + format.number(value, digits),
    digits,
    signed: min < 0,
    can_decrease: value === null || value > min,
    set: put,
    step,
  };
}

/** As typed in its own unit; converted only for another. */
export function shownWeight(set: WorkoutSet, unit: "kg" | "lb"): number | null {
  if (set.weight === null || set.weight_unit === null || set.weight_unit === unit) return set.weight;
  return roundTo(fromKg(toKg(set.weight, set.weight_unit), unit), 2);
}
