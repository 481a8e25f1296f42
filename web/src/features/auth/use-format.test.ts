import { describe, expect, it } from "vitest";
import { makeFormat } from "./use-format.ts";

const OPTIONS = {
  weight_unit: "kg",
  length_unit: "cm",
  distance_unit: "km",
  time_zone: "Europe/Berlin",
  week_start: 1,
  now_ms: Date.parse("2026-11-23T21:00:00Z"),
} as const;

describe("makeFormat", () => {
  it("shows weights in the person's unit, or in the one of the exercise", () => {
    const metric = makeFormat("en", OPTIONS);
    expect(metric.weight(82.5)).toBe("82.5\u00a0kg");
    expect(metric.weight(45.359237, "lb")).toBe("100\u00a0lb");
    expect(makeFormat("de", { ...OPTIONS, weight_unit: "lb" }).weight(100)).toBe("220,5\u00a0lb");
    expect(metric.weightChange(-2.5)).toBe("\u22122.5\u00a0kg");
  });

  it("names near days and gives the year only where it is another", () => {
    const format = makeFormat("en-GB", OPTIONS);
    expect(format.today).toBe("2026-11-23");
    expect(format.day("2026-11-23")).toBe("Today");
    expect(format.day("2026-11-22")).toBe("Yesterday");
    expect(format.day("2026-11-13")).toBe("Fri 13 Nov");
    expect(format.day("2024-11-13")).toBe("13 Nov 2024");
  });
});
