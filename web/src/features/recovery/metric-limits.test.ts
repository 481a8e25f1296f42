import { describe, expect, it } from "vitest";
import SERVER from "../../../../server/fitfolio/recovery/metrics.py?raw";
import { metricProblem } from "./metric-limits.ts";

const KNOWN = [...SERVER.matchAll(/(?:Metric\("(\w+)", \("([^"]+)".*?\), (\d+), (\d+)\)|_length\("(\w+)", (\d+), (\d+)\))/g)].map(
  ([, key, unit, low, high, length_key, length_low, length_high]) => ({
    key: key ?? length_key ?? "",
    unit: unit ?? "cm",
    low: Number(low ?? length_low),
    high: Number(high ?? length_high),
  }),
);

describe("metricProblem", () => {
  it("has the server's metrics to agree with", () => {
    expect(KNOWN.length).toBeGreaterThanOrEqual(17);
  });

  for (const { key, unit, low, high } of KNOWN) {
    it(`takes ${key} in the server's range and nothing beyond`, () => {
      expect(metricProblem(key, low, unit)).toBeNull();
      expect(metricProblem(key, high, unit)).toBeNull();
      expect(metricProblem(key, low - 0.1, unit)?.code).toBe("metric.implausible");
      expect(metricProblem(key, high + 0.1, unit)?.code).toBe("metric.implausible");
    });
  }

  it("judges pounds as kilograms and leaves custom metrics alone", () => {
    expect(metricProblem("weight", 180, "lb")).toBeNull();
    expect(metricProblem("weight", 30, "lb")?.code).toBe("metric.implausible");
    expect(metricProblem("custom:grip", 9999, "")).toBeNull();
  });
});
