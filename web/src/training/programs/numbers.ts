/** Numbers that come out alike in both languages, and how they are written; the twin of the server's `numbers.py`. */
import { fromKg, toKg, type WeightUnit } from "../units.ts";
import type { Weight } from "./model.ts";

/** Nothing in a program is larger: a formula that grows beyond it stays there. */
export const LARGEST = 1e6;

/** The value to the nearest millionth, within ±1,000,000; 0 for what is no number. */
export function tidy(value: number): number {
  if (Number.isNaN(value)) return 0;
  const bounded = Math.min(Math.max(value, -LARGEST), LARGEST);
  return Math.floor(bounded * 1e6 + 0.5) / 1e6;
}

/** At most three decimals, none that are zero. */
export function written(value: number): string {
  const thousandths = Math.floor(Math.abs(value) * 1000 + 0.5);
  const fraction = String(thousandths % 1000)
    .padStart(3, "0")
    .replace(/0+$/, "");
  const whole = Math.floor(thousandths / 1000);
  const sign = value < 0 && thousandths > 0 ? "-" : "";
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`;
}

/** The weight in a unit: as the author gave it, else converted exactly. */
export function weightIn(weight: Weight, unit: WeightUnit): number {
  const own = unit === "kg" ? weight.kg : weight.lb;
  if (own !== null) return own;
  const other = unit === "kg" ? "lb" : "kg";
  const given = unit === "kg" ? weight.lb : weight.kg;
  return tidy(fromKg(toKg(given ?? 0, other), unit));
}
