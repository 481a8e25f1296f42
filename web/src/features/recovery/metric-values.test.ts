import { describe, expect, it } from "vitest";
import { buildMetric } from "@/test-builders.ts";
import { convertMetric, lastOfEachDay, shownUnit, smoothed } from "./metric-values.ts";

const DAY_MS = 86_400_000;

describe("units of body values", () => {
  it("are the person's where the metric allows", () => {
    expect(shownUnit(["kg", "lb"], { weight_unit: "lb", length_unit: "cm" })).toBe("lb");
    expect(shownUnit(["cm", "in"], { weight_unit: "lb", length_unit: "in" })).toBe("in");
    expect(shownUnit(["%"], { weight_unit: "kg", length_unit: "cm" })).toBe("%");
  });
  it("convert exactly, and only between units of one kind", () => {
    expect(convertMetric(100, "lb", "kg")).toBeCloseTo(45.359237, 9);
    expect(convertMetric(10, "in", "cm")).toBeCloseTo(25.4, 9);
    expect(convertMetric(10, "%", "kg")).toBe(10);
    expect(convertMetric(10, "cm", "kg")).toBe(10);
  });
});

describe("the trend of a body value", () => {
  it("starts at the first value and stays where nothing changes", () => {
    expect(smoothed([0, 1, 2].map((day) => ({ at_ms: day * DAY_MS, value: 80 })))).toEqual([80, 80, 80]);
  });
  it("follows slowly, and faster after a long gap", () => {
    const soon =
      smoothed([
        { at_ms: 0, value: 80 },
        { at_ms: DAY_MS, value: 82 },
      ]).at(-1) ?? 0;
    const late =
      smoothed([
        { at_ms: 0, value: 80 },
        { at_ms: 60 * DAY_MS, value: 82 },
      ]).at(-1) ?? 0;
    expect(soon).toBeGreaterThan(80);
    expect(soon).toBeLessThan(late);
    expect(late).toBeCloseTo(82, 1);
  });
  it("has no points without values", () => {
    expect(smoothed([])).toEqual([]);
  });
  it("takes the last value of each day, oldest first", () => {
    const values = [
      buildMetric({ id: "3", local_date: "2026-11-21", measured_at: "2026-11-21T06:00:00.000Z", value: 82 }),
      buildMetric({ id: "1", measured_at: "2026-11-20T06:00:00.000Z", value: 80 }),
      buildMetric({ id: "2", measured_at: "2026-11-20T20:00:00.000Z", value: 81 }),
    ];
    expect(lastOfEachDay(values).map((metric) => metric.value)).toEqual([81, 82]);
  });
});
