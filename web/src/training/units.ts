/** Units, exact by definition; the twin of the server's `training/units.py`. */
export type WeightUnit = "kg" | "lb";
export type LengthUnit = "cm" | "in";
export type DistanceUnit = "m" | "km" | "mi" | "yd" | "ft";

/** International pound, exact since 1959. */
export const KG_PER_LB = 0.45359237;
/** International inch, exact. */
export const CM_PER_IN = 2.54;

/** Metric length of each distance unit, all exact by definition. */
export const METRES_PER_UNIT: Readonly<Record<DistanceUnit, number>> = { m: 1, km: 1000, mi: 1609.344, yd: 0.9144, ft: 0.3048 };

export function toKg(weight: number, unit: WeightUnit): number {
  return unit === "kg" ? weight : weight * KG_PER_LB;
}

export function fromKg(load_kg: number, unit: WeightUnit): number {
  return unit === "kg" ? load_kg : load_kg / KG_PER_LB;
}

export function distanceM(distance: number, unit: DistanceUnit): number {
  return distance * METRES_PER_UNIT[unit];
}

export function toCm(length: number, unit: LengthUnit): number {
  return unit === "cm" ? length : length * CM_PER_IN;
}

export function fromCm(length_cm: number, unit: LengthUnit): number {
  return unit === "cm" ? length_cm : length_cm / CM_PER_IN;
}

/** Nearest 0.01, halves away from zero, for showing only; never stored, never computed with. */
export function roundForDisplay(value: number): number {
  return Math.sign(value) * (Math.floor(Math.abs(value) * 100 + 0.5) / 100);
}
