import { describe, expect, it } from "vitest";
import type { WorkoutExercise } from "@/db/documents.ts";
import type { PrescribedSet, Prescription } from "@/db/program-documents.ts";
import { newSet } from "@/sync/apply-sets.ts";
import { followTop, targetsOfSets, totalLeft } from "./targets.ts";

function target(given: Partial<PrescribedSet> = {}): PrescribedSet {
  return {
    kind: "working",
    goal: "reps",
    low: 5,
    high: 5,
    weight: 100,
    unrounded: 100,
    rpe: null,
    rir: null,
    rest_s: null,
    tempo: null,
    label: null,
    reasons: [],
    ...given,
  };
}

const back_off = (percent: number, base: number) =>
  target({
    kind: "back_off",
    weight: (base * percent) / 100,
    reasons: [{ code: "top_planned", values: { percent, base } }],
  });

function prescribed(...sets: PrescribedSet[]): Prescription {
  return { lift: "squat", exercise: "squat-barbell", unit: "kg", stage: 1, note: null, reasons: [], sets };
}

function set(id: string, given: Partial<Parameters<typeof newSet>[0]> = {}) {
  return newSet({ id, position: Number(id.slice(1)), weight: 100, weight_unit: "kg", reps: 5, completed: false, ...given });
}

function entry(prescription: Prescription, ...sets: ReturnType<typeof set>[]): WorkoutExercise {
  return { id: "e1", exercise_id: "squat", position: 0, superset: null, notes: "", track: "squat.t1", prescription, sets };
}

const nearest = (weight: number) => Math.round(weight / 2.5) * 2.5;

describe("the targets of rows", () => {
  it("are found in order, warm-ups apart, and not for rows beyond them", () => {
    const all = prescribed(target({ kind: "warm_up", low: 3 }), target({ low: 5 }), target({ low: 1, goal: "amrap" }));
    const found = targetsOfSets(all, [set("s1"), set("s2", { kind: "warm_up" }), set("s3"), set("s4")]);
    expect([...found].map(([id, { low }]) => `${id} ${low}`)).toEqual(["s1 5", "s2 3", "s3 1"]);
  });

  it("are one for a left and a right row", () => {
    const all = prescribed(target({ low: 8 }), target({ low: 6 }));
    const rows = [
      set("s1", { side: "left" }),
      set("s2", { side: "right" }),
      set("s3", { side: "right" }),
      set("s4", { side: "left" }),
    ];
    expect([...targetsOfSets(all, rows).values()].map(({ low }) => low)).toEqual([8, 8, 6, 6]);
  });

  it("of a total are for every row, and say what is left", () => {
    const all = prescribed(target({ goal: "total", low: 50, high: 100, weight: null }));
    const rows = [set("s1", { reps: 20, completed: true }), set("s2", { reps: 12, completed: true }), set("s3", { reps: 12 })];
    expect(targetsOfSets(all, rows).size).toBe(3);
    expect(totalLeft(all, rows)).toEqual({ low: 50, high: 100, left: 18 });
    expect(totalLeft(prescribed(target()), rows)).toBeNull();
  });

  it("of a total count what both sides have", () => {
    const all = prescribed(target({ goal: "total", low: 50, high: 100, weight: null }));
    const done = { completed: true, side: "left" } as const;
    const rows = [
      set("s1", { ...done, reps: 20 }),
      set("s2", { ...done, side: "right", reps: 15 }),
      set("s3", { ...done, reps: 9 }),
    ];
    expect(totalLeft(all, rows)?.left).toBe(35);
    expect(totalLeft(all, [...rows, set("s4", { side: "right", reps: 9 })])?.left).toBe(35);
    expect(totalLeft(all, [...rows, set("s4", { ...done, side: "right", reps: 10 })])?.left).toBe(26);
    // Who logs one side only has done what stands there.
    expect(totalLeft(all, [set("s1", { ...done, reps: 20 })])?.left).toBe(30);
  });
});

describe("sets that follow today's top set", () => {
  const plan = prescribed(target(), back_off(80, 100), back_off(70, 100));
  const rows = (top: number, completed: boolean) =>
    entry(plan, set("s1", { weight: top, completed }), set("s2", { weight: 80 }), set("s3", { weight: 70 }));

  it("take their share of what was lifted, as it can be loaded", () => {
    const lifted = rows(110, true);
    expect(followTop([lifted], lifted, "s1", nearest).map(({ weight }) => weight)).toEqual([87.5, 77.5]);
  });

  it("go back to the plan when the top set is taken back", () => {
    const back = entry(plan, set("s1"), set("s2", { weight: 87.5 }), set("s3", { weight: 77.5 }));
    expect(followTop([back], back, "s1", nearest).map(({ weight }) => weight)).toEqual([80, 70]);
  });

  it("stay when they are done, or when one of themselves was logged", () => {
    const lifted = entry(
      plan,
      set("s1", { weight: 110, completed: true }),
      set("s2", { weight: 80, completed: true }),
      set("s3", { weight: 70 }),
    );
    expect(followTop([lifted], lifted, "s1", nearest).map(({ set_id }) => set_id)).toEqual(["s3"]);
    expect(followTop([lifted], lifted, "s2", nearest)).toEqual([]);
  });

  it("do not ask for what no program says", () => {
    const plain = { ...rows(110, true), prescription: null };
    expect(followTop([plain], plain, "s1", nearest)).toEqual([]);
  });
});
