/** Units, exact by definition; the twin of the server's `training/units.py`. */
export type WeightUnit = "kg" | "lb";
export type LengthUnit = "cm" | "in";

/** International pound, exact since 1959. */
export const KG_PER_LB = 0.45359237;
/** International inch, exact. */
export const CM_PER_IN = 2.54;

export function toKg(weight: number, unit: WeightUnit): number {
  return unit === "kg" ? weight : weight * KG_PER_LB;
}

export function fromKg(load_kg: number, unit: WeightUnit): number {
  return unit === "kg" ? load_kg : load_kg / KG_PER_LB;
}

export function fromCm(length_cm: number, unit: LengthUnit): number {
  return unit === "cm" ? length_cm : length_cm / CM_PER_IN;
}
