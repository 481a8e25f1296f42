import { describe, expect, it } from "vitest";
import { newSet } from "@/sync/apply-sets.ts";
import { reason } from "@/training/programs/reasons.ts";
import type { SlotTargets, Target } from "@/training/programs/targets.ts";
import { placeOf, plannedSets, sessionExercises, titleOf } from "./session-workout.ts";
import { run } from "./test-enrolment.ts";

function target(given: Partial<Target> = {}): Target {
  return {
    kind: "working",
    goal: "reps",
    low: 5,
    high: 5,
    weight: 60,
    unrounded: 60,
    rpe: null,
    rir: null,
    rest_s: null,
    tempo: null,
    label: null,
    reasons: [],
    ...given,
  };
}

function slot(...sets: Target[]): SlotTargets {
  return { lift: "squat", exercise: "squat-barbell", track: "squat.t1", stage: 1, superset: null, note: null, reasons: [], sets };
}

const last = (...reps: number[]) =>
  reps.map((count, position) => newSet({ id: `l${position}`, position, weight: 55, weight_unit: "kg", reps: count }));

describe("rows made from targets", () => {
  it("have the target's numbers and wait to be done", () => {
    expect(plannedSets(slot(target()), "kg", null)).toMatchObject([
      { kind: "working", weight: 60, weight_unit: "kg", reps: 5, completed: false },
    ]);
  });

  it.each([
    ["as last time where that lies in the range", [10], 10],
    ["the low end where it does not", [14], 8],
    ["the low end the first time", [], 8],
  ])("of a range have %s", (_, before, expected) => {
    expect(plannedSets(slot(target({ low: 8, high: 12 })), "kg", last(...before))[0]?.reps).toBe(expected);
  });

  it("of as many reps as possible have the low end, and leave `max` to the last time", () => {
    const amrap = target({ kind: "amrap", goal: "amrap", low: 5, high: 5 });
    const max = target({ kind: "amrap", goal: "max", low: 1, high: 1 });
    expect(plannedSets(slot(amrap, max), "kg", last(9, 14)).map(({ kind, reps }) => [kind, reps])).toEqual([
      ["amrap", 5],
      ["amrap", 14],
    ]);
  });

  it("ask for a weight that the lifter chooses", () => {
    const [row] = plannedSets(slot(target({ weight: null, reasons: [reason("ask")] })), "kg", last(5));
    expect(row).toMatchObject({ weight: null, weight_unit: null, reps: 5 });
  });

  it("are seconds, metres, or a total spread over some rows", () => {
    const held = target({ goal: "seconds", low: 60, high: 60, weight: null });
    const carried = target({ goal: "metres", low: 40, high: 40 });
    const total = target({ goal: "total", low: 50, high: 100, weight: null });
    expect(plannedSets(slot(held), "kg", null)[0]).toMatchObject({ duration_s: 60, reps: null });
    expect(plannedSets(slot(carried), "kg", null)[0]).toMatchObject({ distance: 40, distance_unit: "m" });
    expect(plannedSets(slot(total), "kg", null).map(({ reps }) => reps)).toEqual([17, 17, 17]);
    expect(plannedSets(slot(total), "kg", last(20, 15)).map(({ reps }) => reps)).toEqual([20, 15]);
  });
});

describe("rows of a one-sided exercise", () => {
  const of = (row: { readonly side?: string | null; readonly reps: number | null }) => `${row.side ?? "both"} ${row.reps}`;
  const side = (id: string, where: "left" | "right" | null, reps: number) =>
    newSet({ id, position: Number(id.slice(1)), side: where, reps });

  it("are a left and a right one for each set, a warm-up one for both", () => {
    const rows = plannedSets(slot(target({ kind: "warm_up", low: 3 }), target(), target()), "kg", null, true);
    expect(rows.map(of)).toEqual(["both 3", "left 5", "right 5", "left 5", "right 5"]);
    expect(rows.slice(1).every(({ weight }) => weight === 60)).toBe(true);
  });

  it("have what each side did last time, and no sides where the last time had none", () => {
    const range = slot(target({ low: 8, high: 12 }), target({ low: 8, high: 12 }));
    const before = [side("l1", "left", 10), side("l2", "right", 9), side("l3", "left", 11)];
    expect(plannedSets(range, "kg", before, true).map(of)).toEqual(["left 10", "right 9", "left 11", "right 9"]);
    expect(plannedSets(range, "kg", [side("l1", null, 10)], true).map(of)).toEqual(["both 10", "both 10"]);
  });

  it("share out a total on each side", () => {
    const total = slot(target({ goal: "total", low: 20, high: 40, weight: null }));
    const before = [side("l1", "left", 12), side("l2", "right", 11), side("l3", "left", 8)];
    expect(plannedSets(total, "kg", before, true).map(of)).toEqual(["left 12", "right 11", "left 8", "right 10"]);
    expect(plannedSets(total, "kg", null, true)).toHaveLength(6);
  });
});

describe("a session as a workout", () => {
  it("has its exercises with track and prescription, and says which day it is", async () => {
    const running = run();
    const { session } = running;
    if (!session) throw new Error("no session");
    const exercises = await sessionExercises(running, session, () => Promise.resolve(null));
    expect(exercises.map(({ exercise_id, track, sets }) => [exercise_id, track, sets.length])).toEqual([
      ["ex-squat", "squat.fives", 3],
      ["own-1", "odd.work", 2],
    ]);
    expect(exercises[0]?.prescription).toMatchObject({ exercise: "squat-barbell", unit: "kg" });
    expect(exercises[0]?.prescription?.sets[0]?.reasons).toEqual([{ code: "start", values: {} }]);
    expect(titleOf(running, session)).toBe("Fives · A");
    expect(titleOf(running, { name: "Squat" })).toBe("Squat");
    expect(placeOf(running, session)).toEqual({
      enrolment_id: "n1",
      program_version_id: "v1",
      cycle: 1,
      week: 1,
      day: 1,
      name: "A",
    });
  });
});
