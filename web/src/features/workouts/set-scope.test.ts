import { expect, test } from "vitest";
import { buildSet } from "./workout-builders.ts";
import { hasScope, setsInScope } from "./set-scope.ts";

const sets = [
  buildSet({ id: "w", kind: "warm_up", weight: 80, completed: true }),
  buildSet({ id: "a", weight: 80, completed: true }),
  buildSet({ id: "b", weight: 80, completed: false }),
  buildSet({ id: "c", weight: 80, completed: false }),
  buildSet({ id: "d", weight: 70, completed: false }),
];

test("this set only is this set only", () => {
  expect(setsInScope(sets, "b", "this")).toEqual(["b"]);
});

test("remaining are the rows below that are not done and said the same", () => {
  expect(setsInScope(sets, "b", "remaining")).toEqual(["b", "c"]);
  expect(setsInScope(sets, "a", "remaining")).toEqual(["a", "b", "c"]);
});

test("all are also those above and done, but no other kind and no other step of a pyramid", () => {
  expect(setsInScope(sets, "c", "all")).toEqual(["a", "b", "c"]);
});

test("kilograms do not follow pounds", () => {
  const mixed = [buildSet({ id: "a", completed: false }), buildSet({ id: "b", weight_unit: "lb", completed: false })];
  expect(setsInScope(mixed, "a", "all")).toEqual(["a"]);
  expect(hasScope(mixed, "a")).toBe(false);
});

test("empty rows follow the first one that is filled in", () => {
  const empty = ["a", "b", "c"].map((id) => buildSet({ id, weight: null, weight_unit: null, completed: false }));
  expect(setsInScope(empty, "a", "remaining")).toEqual(["a", "b", "c"]);
  expect(hasScope(empty, "a")).toBe(true);
});

test("a set that is gone moves nothing", () => {
  expect(setsInScope(sets, "x", "all")).toEqual([]);
});
