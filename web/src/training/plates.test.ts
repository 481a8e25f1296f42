import { describe, expect, it } from "vitest";
import { loadableFor, STANDARD_GYM, type Gym } from "./gym.ts";
import { barLoad, fromTicks, isLoadable, lightest, nextLoadable, platesPerSide, toTicks } from "./plates.ts";
import type { WeightUnit } from "./units.ts";
import { warmUpSets } from "./warmup.ts";

const UNITS: readonly WeightUnit[] = ["kg", "lb"];
const EQUIPMENT = ["barbell", "ez_bar", "trap_bar", "smith_machine", "sled", "dumbbell", "kettlebell", "cable"];

/** Kilogram and pound plates in one gym, as where a gym bought from both worlds. */
const MIXED: Gym = { ...STANDARD_GYM.kg, plates: [...STANDARD_GYM.kg.plates, ...STANDARD_GYM.lb.plates] };

describe("steps through loadable weights", () => {
  for (const unit of UNITS) {
    for (const equipment of EQUIPMENT) {
      it(`go up one by one and the same way back: ${equipment}, ${unit}`, () => {
        const loadable = loadableFor(null, equipment, unit);
        let weight = fromTicks(lightest(loadable) ?? 0, unit);
        let steps = 0;
        for (let next = nextLoadable(loadable, weight, unit, 1); next !== null; next = nextLoadable(loadable, weight, unit, 1)) {
          expect(next).toBeGreaterThan(weight);
          expect(isLoadable(loadable, next, unit)).toBe(true);
          expect(nextLoadable(loadable, next, unit, -1)).toBe(weight);
          weight = next;
          steps += 1;
        }
        expect(steps).toBeGreaterThan(10);
      });
    }
    it(`are at least a pair apart where plates are mixed: ${unit}`, () => {
      const loadable = loadableFor(MIXED, "barbell", unit);
      let weight = 20;
      for (let turn = 0; turn < 200; turn += 1) {
        const next = nextLoadable(loadable, weight, unit, 1);
        if (next === null) break;
        expect(next - weight).toBeGreaterThan(2);
        weight = next;
      }
    });
  }
});

describe("plates on the bar", () => {
  it("add up to the weight without a rounding error, in both units at once", () => {
    const loadable = loadableFor(MIXED, "barbell", "kg");
    if (loadable.kind !== "bar") throw new Error("a barbell takes plates");
    for (let quarter = 80; quarter < 1600; quarter += 1) {
      const found = platesPerSide(loadable, quarter / 4, "kg");
      const side = (found?.plates ?? []).reduce((sum, plate) => sum + plate.pieces * toTicks(plate.weight, plate.unit), 0);
      expect(2 * side + toTicks(20, "kg")).toBe(toTicks(found?.weight ?? 0, "kg"));
      expect(found?.weight).toBeLessThanOrEqual(quarter / 4 + 0.005);
    }
  });
  it("are few even where a gym has many small ones", () => {
    const small = barLoad(toTicks(20, "kg"), [
      { weight: 1.25, unit: "kg", pairs: 12 },
      { weight: 10, unit: "kg", pairs: 1 },
      { weight: 5, unit: "kg", pairs: 2 },
    ]);
    expect(platesPerSide(small, 45, "kg")?.plates).toEqual([
      { weight: 10, unit: "kg", pieces: 1 },
      { weight: 1.25, unit: "kg", pieces: 2 },
    ]);
  });
});

describe("warm-ups", () => {
  it("rise below the working weight with falling reps, for every weight a standard gym can load", () => {
    for (const unit of UNITS) {
      const loadable = loadableFor(null, "barbell", unit);
      for (let target = 20; target < 300; target += 2.5) {
        const sets = warmUpSets(loadable, target, unit, 5);
        expect(sets.length).toBeLessThanOrEqual(6);
        expect(sets.every((set) => set.weight < target && isLoadable(loadable, set.weight, unit))).toBe(true);
        for (const [index, set] of sets.slice(1).entries()) {
          expect(set.weight).toBeGreaterThan(sets[index]?.weight ?? 0);
          expect(set.reps).toBeLessThanOrEqual(sets[index]?.reps ?? 0);
        }
      }
    }
  });
});
