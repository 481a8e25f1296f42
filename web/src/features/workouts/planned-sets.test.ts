import { expect, test } from "vitest";
import { buildSet } from "./workout-builders.ts";
import { asManySets, fillTargets, isLoggable, planFromSets, plannedSet, planSets, setAfter } from "./planned-sets.ts";

const numbers = (sets: readonly { weight: number | null; reps: number | null }[]) => sets.map(({ weight, reps }) => [weight, reps]);
const lighten = (weight: number, share: number) => Math.round((weight * share) / 2.5) * 2.5;

test("the last time's sets come again with their numbers, without effort, notes and time", () => {
  const [first] = planFromSets([buildSet({ rpe: 9, notes: "slow", logged_at: "2026-11-20T17:00:00.000Z" })]);
  expect(first).toMatchObject({ weight: 100, reps: 5, rpe: null, notes: "", logged_at: null, completed: false });
  expect(first?.id).not.toBe("s1");
});

test("sets that were not done, or not believed, do not come again", () => {
  const sets = [buildSet({ completed: false }), buildSet({ flagged: "set.load" }), buildSet({ weight: null, reps: null })];
  expect(planFromSets(sets)).toEqual([]);
});

test("an exercise done for the first time starts with three empty rows, one-sided ones with both sides", () => {
  expect(planSets(null, false)).toHaveLength(3);
  expect(planSets(null, true).map((set) => set.side)).toEqual(["left", "right", "left", "right", "left", "right"]);
});

test("numbers that a template leaves open are those of the last time, kind by kind and place by place", () => {
  const last = [
    buildSet({ kind: "warm_up", weight: 60, load_kg: 60 }),
    buildSet({ weight: 100, reps: 8 }),
    buildSet({ weight: 95, reps: 8 }),
  ];
  const targets = [
    { kind: "warm_up" as const, reps: 5 },
    { reps: 5 },
    { reps: 5 },
    { reps: 5 },
    { weight: 50, weight_unit: "lb" as const },
  ];
  expect(numbers(fillTargets(targets, last))).toEqual([
    [60, 5],
    [100, 5],
    [95, 5],
    [95, 5],
    [50, 8],
  ]);
  expect(numbers(fillTargets([{ reps: 5 }], null))).toEqual([[null, 5]]);
});

test("one more set is like the last; a drop set and a back-off set are lighter", () => {
  const sets = [plannedSet({ weight: 100, weight_unit: "kg", reps: 8 })];
  expect(setAfter(sets, "working", lighten, false)).toMatchObject({ weight: 100, reps: 8 });
  expect(setAfter(sets, "drop", lighten, false)).toMatchObject({ kind: "drop", weight: 80, weight_unit: "kg" });
  expect(setAfter(sets, "back_off", lighten, false)).toMatchObject({ kind: "back_off", weight: 90 });
  const dropped = [...sets, setAfter(sets, "drop", lighten, false)];
  expect(setAfter(dropped, "drop", lighten, false)).toMatchObject({ weight: 65 });
  expect(setAfter(dropped, "working", lighten, false)).toMatchObject({ kind: "working", weight: 100 });
});

test("the other side follows a one-sided set", () => {
  expect(setAfter([plannedSet({ side: "left", reps: 8 })], "working", lighten, true).side).toBe("right");
  expect(setAfter([], "working", lighten, true).side).toBe("left");
});

test("an exercise that takes another's place has as many sets, whichever of them is one-sided", () => {
  const both = (count: number) => Array.from({ length: count }, () => plannedSet());
  const sided = planSets(null, true);
  expect(asManySets(sided, both(2)).map(({ side }) => side)).toEqual(["left", "right", "left", "right"]);
  expect(asManySets(both(3), sided.slice(0, 4))).toHaveLength(2);
  // The right side of a set that is half done is one set more.
  expect(asManySets(both(3), sided.slice(1, 4))).toHaveLength(2);
  expect(asManySets(both(3), [])).toHaveLength(1);
});

test("a row can be logged once it says what its exercise is about", () => {
  expect(isLoggable(plannedSet({ weight: 60 }), "weight_reps")).toBe(false);
  expect(isLoggable(plannedSet({ weight: 60, reps: 5 }), "weight_reps")).toBe(true);
  expect(isLoggable(plannedSet({ reps: 5 }), "bodyweight_reps")).toBe(true);
  expect(isLoggable(plannedSet({ reps: 5 }), "assisted_reps")).toBe(false);
  expect(isLoggable(plannedSet({ duration_s: 60 }), "duration")).toBe(true);
  expect(isLoggable(plannedSet({ duration_s: 60 }), "weight_duration")).toBe(false);
  expect(isLoggable(plannedSet({ distance: 5 }), "distance_duration")).toBe(true);
  expect(isLoggable(plannedSet({}), "weight_distance")).toBe(false);
});
