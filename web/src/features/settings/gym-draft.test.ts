import { expect, test } from "vitest";
import { changePlate, changeSteps, newBar, nextPlate, sortPlates } from "./gym-draft.ts";

const plates = [
  { weight: 20, unit: "kg", pairs: 2 },
  { weight: 25, unit: "kg", pairs: 1 },
  { weight: 45, unit: "lb", pairs: 1 },
] as const;

test("plates stand heaviest first, kilograms before pounds", () => {
  expect(sortPlates(plates).map((plate) => `${plate.weight} ${plate.unit}`)).toEqual(["25 kg", "20 kg", "45 lb"]);
});

test("one more plate is the heaviest size that is missing", () => {
  expect(nextPlate(plates, "kg")).toEqual({ weight: 15, unit: "kg", pairs: 1 });
  expect(nextPlate(plates, "lb")?.weight).toBe(55);
  const all = [25, 20, 15, 10, 5, 2.5, 2, 1.5, 1.25, 1, 0.5, 0.25].map((weight) => ({ weight, unit: "kg" as const, pairs: 1 }));
  expect(nextPlate(all, "kg")).toBeNull();
});

test("the same size cannot come twice, and the number of pairs changes freely", () => {
  expect(changePlate(plates, 0, { weight: 25 })[0]?.weight).toBe(20);
  expect(changePlate(plates, 0, { pairs: 6 })[0]?.pairs).toBe(6);
  expect(changePlate(plates, 9, { pairs: 6 })).toEqual(plates);
});

test("a new bar has an id the server takes", () => {
  expect(newBar("Bar", "kg").id).toMatch(/^[a-z0-9][a-z0-9_-]{0,39}$/);
  expect(newBar("Bar", "lb").weight).toBe(45);
});

test("the largest weight of a row follows its smallest up", () => {
  expect(changeSteps({ min: 5, max: 50, step: 2.5, unit: "kg" }, { min: 60 })).toMatchObject({ min: 60, max: 60 });
});
