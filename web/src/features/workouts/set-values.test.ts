import { describe, expect, it } from "vitest";
import { makeFormat } from "@/features/auth/use-format.ts";
import { columnsOf, parseDuration, setPhrase, weightIn } from "./set-values.ts";
import { buildSet } from "./workout-builders.ts";

const OPTIONS = { length_unit: "cm", distance_unit: "km", time_zone: "UTC", week_start: 1, now_ms: 0 } as const;
const english = makeFormat("en-GB", { ...OPTIONS, weight_unit: "kg" });
const german = makeFormat("de-DE", { ...OPTIONS, weight_unit: "kg" });

describe("weightIn", () => {
  it("shows what was typed when it was typed in the unit", () => {
    expect(weightIn(buildSet({ weight: 62.505, load_kg: 62.505 }), "kg", english)).toBe("62.505");
  });
  it("converts what was typed in another unit", () => {
    expect(weightIn(buildSet({ weight: 225, weight_unit: "lb", load_kg: 102.058 }), "kg", english)).toBe("102.06");
  });
  it("has nothing to show for a set without weight", () => {
    expect(weightIn(buildSet({ weight: null, load_kg: null }), "kg", english)).toBeNull();
  });
});

describe("setPhrase", () => {
  it("speaks the language's numbers", () => {
    expect(setPhrase(buildSet({ weight: 87.5 }), "weight_reps", "kg", german)).toBe("87,5\u00a0kg\u00a0×\u00a05");
  });
  it("signs the load beside one's own body", () => {
    expect(setPhrase(buildSet({ weight: 10 }), "bodyweight_reps", "kg", english)).toBe("+10\u00a0kg\u00a0×\u00a05");
    expect(setPhrase(buildSet({ weight: 20 }), "assisted_reps", "kg", english)).toBe("\u221220\u00a0kg\u00a0×\u00a05");
  });
  it("puts distance and time side by side", () => {
    const run = buildSet({ weight: null, reps: null, distance: 5, distance_unit: "km", duration_s: 1450 });
    expect(setPhrase(run, "distance_duration", "kg", english)).toBe("5\u00a0km, 24:10");
  });
});

describe("columnsOf", () => {
  it("leaves out the load of a bodyweight exercise until there is one", () => {
    expect(columnsOf("bodyweight_reps", [buildSet({ weight: null })])).toEqual(["reps"]);
    expect(columnsOf("bodyweight_reps", [buildSet({ weight: 5 })])).toEqual(["weight", "reps"]);
  });
  it("shows a value even where the exercise does not expect one", () => {
    expect(columnsOf("reps", [buildSet({ weight: null, duration_s: 60, rpe: 8 })])).toEqual(["duration", "reps", "effort"]);
  });
});

describe("parseDuration", () => {
  it.each([
    ["90", 90],
    ["1:30", 90],
    ["1:02:03", 3723],
  ])("reads %s as %i seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });
  it.each(["", "1:75", "abc", "-3", "1:2:3:4"])("refuses %j", (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});
