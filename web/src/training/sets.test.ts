import { describe, expect, it } from "vitest";
import cases from "../../../conformance/volume.json" with { type: "json" };
import { isHardSet, tonnageKg, type PerformedSet, type Tracking } from "./sets.ts";

interface SetCase extends Partial<Omit<PerformedSet, "flagged">> {
  readonly tracking?: Tracking;
  readonly flagged?: boolean;
}

function toSet({ tracking: _, flagged, ...values }: SetCase): PerformedSet {
  const unknown = { load_kg: null, reps: null, duration_s: null, distance_m: null, rpe: null, rir: null };
  return { kind: "working", completed: true, ...unknown, ...values, flagged: flagged ? "set.reps" : null };
}

const SHARED = cases.cases.filter((one) => one.function === "is_hard_set" || one.function === "tonnage_kg");

describe("sets agree with the server's golden cases", () => {
  it("has cases to agree with", () => {
    expect(SHARED.length).toBeGreaterThan(15);
  });
  for (const one of SHARED) {
    it(`${one.function}: ${one.name}`, () => {
      const given = one.args[0] as SetCase;
      const tracking = given.tracking ?? "weight_reps";
      const actual = one.function === "is_hard_set" ? isHardSet(toSet(given), tracking) : tonnageKg(toSet(given), tracking);
      if (typeof actual === "boolean") expect(actual).toBe(one.expected);
      else expect(actual).toBeCloseTo(Number(one.expected), 9);
    });
  }
});
