import { describe, expect, it } from "vitest";
import type { NeededStart } from "@/training/programs/starts.ts";
import { parseStart, readStarts } from "./start-values.ts";

const max: NeededStart = { key: "squat.1rm", kind: "max", lift: "squat", exercise: "squat-barbell", is_required: true };
const weight: NeededStart = { key: "row", kind: "weight", lift: "row", exercise: "row", is_required: false };

describe("a start value as it is typed", () => {
  it.each([
    ["140", ["squat.1rm", 140]],
    ["5 × 120", ["squat.5rm", 120]],
    ["5x122,5", ["squat.5rm", 122.5]],
    ["1*140", ["squat.1rm", 140]],
  ])("%s", (text, expected) => expect(parseStart(max, text)).toEqual(expected));

  it.each(["13 × 100", "heavy", "0", "5 ×", "-20"])("%s says no maximum", (text) => expect(parseStart(max, text)).toBeNull());

  it("a weight is not a set", () => {
    expect(parseStart(weight, "5 × 100")).toBeNull();
    expect(parseStart(weight, "22.5")).toEqual(["row", 22.5]);
  });

  it("tells what is wrong and what is missing", () => {
    expect(readStarts([max, weight], { row: "heavy" })).toEqual({
      starts: {},
      wrong: new Set(["row"]),
      missing: new Set(["squat.1rm"]),
    });
    expect(readStarts([max, weight], { "squat.1rm": "3 × 130", row: " " }).starts).toEqual({ "squat.3rm": 130 });
  });
});
