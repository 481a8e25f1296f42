import { expect, it } from "vitest";
import { groupSets } from "./set-groups.ts";

const FIVES = {
  kind: "working" as const,
  reps: 5,
  duration_s: null,
  distance: null,
  distance_unit: null,
  rpe: null,
  rir: null,
  side: null,
};

it("counts alike sets that follow each other, and no others", () => {
  const back_off = { ...FIVES, reps: 10 };
  const groups = groupSets([FIVES, { ...FIVES }, back_off, FIVES]);
  expect(groups.map(({ set, count }) => [count, set.reps])).toEqual([
    [2, 5],
    [1, 10],
    [1, 5],
  ]);
});
