import { expect, test } from "vitest";
import { makeLoading } from "./loading.ts";

test("steps go to the next weight that can be loaded on the bar", () => {
  const loading = makeLoading({ equipment: "barbell" }, "kg", null);
  expect(loading.step(null, 1)).toBe(20);
  expect(loading.step(87.5, 1)).toBe(90);
  expect(loading.step(88, 1)).toBe(90);
  expect(loading.step(20, -1)).toBe(20);
  expect(loading.bar?.weight).toBe(20);
});

test("dumbbells go by their rack, and what has no inventory by small steps", () => {
  expect(makeLoading({ equipment: "dumbbell" }, "kg", null).step(10, 1)).toBe(12.5);
  expect(makeLoading({ equipment: "dumbbell" }, "kg", null).bar).toBeNull();
  expect(makeLoading(undefined, "kg", null).step(10, 1)).toBe(11.25);
});

test("an exercise's own step and unit win", () => {
  expect(makeLoading({ equipment: "cable", step: 2.5, step_unit: "kg" }, "kg", null).step(40, 1)).toBe(42.5);
  expect(makeLoading({ equipment: "barbell" }, "lb", null).step(135, 1)).toBe(140);
});

test("help for one's own weight goes below zero", () => {
  expect(makeLoading({ equipment: "bodyweight" }, "kg", null).step(0, -1)).toBe(-1.25);
});

test("a lighter set is rounded to what can be loaded", () => {
  expect(makeLoading({ equipment: "barbell" }, "kg", null).nearest(78.4)).toBe(77.5);
});
