import { newId } from "@/lib/ids.ts";
import type { Bar, Gym, Plate, Steps } from "@/training/gym.ts";
import type { WeightUnit } from "@/training/units.ts";

export type GymDraft = Gym;

/** Sizes of plates that are sold, heaviest first. */
const SIZES: Readonly<Record<WeightUnit, readonly number[]>> = {
  kg: [25, 20, 15, 10, 5, 2.5, 2, 1.5, 1.25, 1, 0.5, 0.25],
  lb: [55, 45, 35, 25, 10, 5, 2.5, 1.25],
};

/** Heaviest first, kilograms before pounds. */
export function sortPlates(plates: readonly Plate[]): Plate[] {
  return plates.toSorted((a, b) => a.unit.localeCompare(b.unit) || b.weight - a.weight);
}

/** The next size that is not there yet; null when all are. */
export function nextPlate(plates: readonly Plate[], unit: WeightUnit): Plate | null {
  const weight = SIZES[unit].find((size) => !plates.some((plate) => plate.unit === unit && plate.weight === size));
  return weight === undefined ? null : { weight, unit, pairs: 1 };
}

/** Change one plate; a size that is there already cannot come twice, so such a change is left out. */
export function changePlate(plates: readonly Plate[], index: number, fields: Partial<Plate>): Plate[] {
  const before = plates[index];
  if (!before) return [...plates];
  const after = { ...before, ...fields };
  const taken = plates.some((plate, place) => place !== index && plate.weight === after.weight && plate.unit === after.unit);
  return taken ? [...plates] : plates.map((plate, place) => (place === index ? after : plate));
}

export function newBar(name: string, unit: WeightUnit): Bar {
  return { id: `bar-${newId().slice(-12)}`, name, weight: unit === "kg" ? 20 : 45, unit, equipment: "barbell" };
}

/** A row of weights whose largest is never below its smallest. */
export function changeSteps(steps: Steps, fields: Partial<Steps>): Steps {
  const next = { ...steps, ...fields };
  return next.max < next.min ? { ...next, max: next.min } : next;
}
