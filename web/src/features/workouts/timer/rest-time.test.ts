import { expect, test } from "vitest";
import { extendRest, isCurrent, restAfter, STANDARD_REST, viewRest, type Rest } from "./rest-time.ts";

const rest: Rest = {
  id: "r",
  workout_id: "w",
  set_id: "s",
  started_at_ms: 1_000,
  ends_at_ms: 121_000,
  about: { exercise_name: "", next: "" },
};

test("a kind without a time of its own rests as long as the default", () => {
  expect(restAfter("working", undefined)).toBe(120);
  expect(restAfter("amrap", undefined, { ...STANDARD_REST, default_s: 90 })).toBe(90);
});

test("warm-ups and drop sets have their own rest, and none after a drop set", () => {
  expect(restAfter("warm_up", undefined)).toBe(60);
  expect(restAfter("drop", undefined)).toBe(0);
  expect(restAfter("drop", { rest_s: 240 })).toBe(0);
  expect(restAfter("drop", undefined, { ...STANDARD_REST, drop_s: 15 })).toBe(15);
});

test("an exercise's own rest wins, for warm-ups only its warm-up rest", () => {
  expect(restAfter("working", { rest_s: 240 })).toBe(240);
  expect(restAfter("working", { rest_s: 0 })).toBe(0);
  expect(restAfter("warm_up", { rest_s: 240 })).toBe(60);
  expect(restAfter("warm_up", { rest_s: 240, rest_warm_up_s: 45 })).toBe(45);
});

test("what is left follows from the clock alone, whatever happened to the page in between", () => {
  expect(viewRest(rest, 1_000)).toEqual({ left_s: 120, total_s: 120, done: 0, is_over: false });
  expect(viewRest(rest, 61_000)).toMatchObject({ left_s: 60, done: 0.5 });
  expect(viewRest(rest, 120_500)).toMatchObject({ left_s: 1, is_over: false });
  expect(viewRest(rest, 121_000)).toEqual({ left_s: 0, total_s: 120, done: 1, is_over: true });
  expect(viewRest(rest, 900_000)).toMatchObject({ left_s: 0, done: 1, is_over: true });
});

test("a clock that was set back shows the whole rest, not more progress than there is", () => {
  expect(viewRest(rest, -5_000)).toMatchObject({ done: 0 });
});

test("fifteen seconds more or less move the end, but never before now", () => {
  expect(extendRest(rest, 15, 2_000).ends_at_ms).toBe(136_000);
  expect(extendRest(rest, -15, 2_000).ends_at_ms).toBe(106_000);
  expect(extendRest(rest, -15, 115_000).ends_at_ms).toBe(115_000);
  expect(extendRest(rest, 15, 200_000).ends_at_ms).toBe(215_000);
});

test("no rest is longer than an hour from now", () => {
  expect(extendRest(rest, 90_000, 2_000).ends_at_ms).toBe(3_602_000);
});

test("a rest that ended long ago says nothing any more", () => {
  expect(isCurrent(rest, 125_000)).toBe(true);
  expect(isCurrent(rest, 121_000 + 10 * 60_000)).toBe(false);
});
