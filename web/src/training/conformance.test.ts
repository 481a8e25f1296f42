import { describe, expect, it } from "vitest";
import { agrees, CALLS, type ConformanceCase } from "./conformance-calls.ts";

const files = import.meta.glob<{ readonly cases: readonly ConformanceCase[] }>("../../../conformance/*.json", { eager: true });
// Other slices keep golden cases there too, without a function of this core.
const cases = Object.values(files).flatMap((file) => file.cases.filter((one) => typeof one.function === "string"));

describe("the training core gives the agreed results", () => {
  it("of every function that can be called", () => {
    expect(new Set(cases.map((one) => one.function))).toEqual(new Set(Object.keys(CALLS)));
  });
  for (const one of cases) {
    it(`${one.function}: ${one.name}`, () => {
      const actual = CALLS[one.function]?.(...one.args);
      expect(agrees(actual, one.expected, one.tolerance ?? 0), JSON.stringify({ actual, expected: one.expected })).toBe(true);
    });
  }
});
