import { describe, expect, it } from "vitest";
import { parseDecimal, roundTo } from "./decimal.ts";

describe("parseDecimal", () => {
  it("reads a comma and a point alike", () => {
    expect(parseDecimal("62,5")).toBe(62.5);
    expect(parseDecimal("62.5")).toBe(62.5);
    expect(parseDecimal(",5")).toBe(0.5);
    expect(parseDecimal("7.")).toBe(7);
  });

  it("ignores spaces and reads both minus signs", () => {
    expect(parseDecimal(" 1\u00a0200 ")).toBe(1200);
    expect(parseDecimal("-10")).toBe(-10);
    expect(parseDecimal("\u221210")).toBe(-10);
  });

  it("refuses what could mean two numbers, and what is none", () => {
    for (const text of ["1.000,5", "1,000.5", "", " ", "kg", "5kg", "1e3", "NaN", "Infinity", "--5", "."]) {
      expect(parseDecimal(text), text).toBeNull();
    }
  });
});

describe("roundTo", () => {
  it("keeps steps of 0.1 free of binary drift", () => {
    expect(roundTo(0.1 + 0.2, 2)).toBe(0.3);
    expect(roundTo(62.499999999, 1)).toBe(62.5);
    expect(roundTo(-2.505, 1)).toBe(-2.5);
  });
});
