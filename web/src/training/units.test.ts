import { describe, expect, it } from "vitest";
import { fromCm, fromKg, toKg, distanceM } from "./units.ts";

describe("units", () => {
  it("convert pounds exactly by definition", () => {
    expect(toKg(100, "lb")).toBe(45.359237);
    expect(toKg(100, "kg")).toBe(100);
    expect(fromKg(45.359237, "lb")).toBeCloseTo(100, 12);
  });

  it("convert distances exactly by definition", () => {
    expect(distanceM(26.2, "mi")).toBe(42164.8128);
    expect(distanceM(400, "m")).toBe(400);
  });

  it("convert inches exactly by definition", () => {
    expect(fromCm(2.54, "in")).toBe(1);
    expect(fromCm(80, "cm")).toBe(80);
  });
});
