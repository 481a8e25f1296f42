import { expect, test } from "vitest";
import {
  diffExercises,
  exercisesFromDone,
  proposeExercises,
  type DoneSet,
  type TemplateExercise,
  type TemplateSet,
} from "./template-changes.ts";

const plan = (overrides: Partial<TemplateSet> = {}): TemplateSet => ({
  kind: "working",
  reps: 8,
  weight: null,
  weight_unit: null,
  duration_s: null,
  distance: null,
  distance_unit: null,
  rpe: null,
  rir: null,
  side: null,
  ...overrides,
});
const did = (overrides: Partial<DoneSet> = {}): DoneSet => ({ ...plan(), weight: 80, weight_unit: "kg", reps: 7, ...overrides });
const planned = (
  id: string,
  exercise_id: string,
  sets: readonly TemplateSet[],
  superset: number | null = null,
): TemplateExercise => ({
  id,
  exercise_id,
  superset,
  notes: "slow",
  sets: [...sets],
});
const done = (exercise_id: string, sets: readonly DoneSet[], superset: number | null = null) => ({ exercise_id, superset, sets });

test("a workout becomes a template with its sets and reps, its weights left open", () => {
  const made = exercisesFromDone([done("bench", [did({ kind: "warm_up" }), did()]), done("fly", [])]);
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({
    exercise_id: "bench",
    notes: "",
    sets: [
      { kind: "warm_up", weight: null },
      { reps: 7, weight: null },
    ],
  });
});

test("doing what was planned changes nothing, not even with a missed rep", () => {
  const before = [planned("1", "bench", [plan(), plan()])];
  expect(diffExercises(before, proposeExercises(before, [done("bench", [did(), did({ reps: 5 })])]))).toEqual([]);
});

test("more sets, another exercise and one left out are named", () => {
  const before = [planned("1", "bench", [plan(), plan()]), planned("2", "dips", [plan()])];
  const after = proposeExercises(before, [done("bench", [did(), did(), did()]), done("fly", [did()]), done("dips", [])]);
  expect(diffExercises(before, after)).toEqual([
    { kind: "sets", exercise_id: "bench", before: 2, after: 3 },
    { kind: "added", exercise_id: "fly", sets: 1 },
    { kind: "removed", exercise_id: "dips", sets: 1 },
  ]);
  expect(after[0]?.notes).toBe("slow");
  expect(after[0]?.sets[2]).toMatchObject({ reps: 7, weight: null });
});

test("a weight that the template states follows, one that it leaves open stays open", () => {
  const before = [planned("1", "bench", [plan({ weight: 77.5, weight_unit: "kg" }), plan()])];
  const after = proposeExercises(before, [done("bench", [did(), did()])]);
  expect(after[0]?.sets.map((set) => set.weight)).toEqual([80, null]);
  expect(diffExercises(before, after)).toMatchObject([{ kind: "weight", before: { weight: 77.5 }, after: { weight: 80 } }]);
});

test("another kind of set and another order are named", () => {
  const before = [planned("1", "bench", [plan(), plan()]), planned("2", "row", [plan()])];
  const after = proposeExercises(before, [done("row", [did()]), done("bench", [did(), did({ kind: "amrap" })])]);
  expect(diffExercises(before, after)).toEqual([{ kind: "kinds", exercise_id: "bench" }, { kind: "order" }]);
});

test("supersets are compared by who is joined to whom, not by their numbers", () => {
  const before = [planned("1", "bench", [plan()], 1), planned("2", "row", [plan()], 1), planned("3", "curl", [plan()])];
  const same = proposeExercises(before, [done("bench", [did()], 4), done("row", [did()], 4), done("curl", [did()])]);
  expect(diffExercises(before, same)).toEqual([]);
  const parted = proposeExercises(before, [done("bench", [did()]), done("row", [did()]), done("curl", [did()])]);
  expect(diffExercises(before, parted)).toEqual([
    { kind: "superset", exercise_id: "bench" },
    { kind: "superset", exercise_id: "row" },
  ]);
});

test("the same exercise twice is matched in order", () => {
  const before = [planned("1", "bench", [plan()]), planned("2", "bench", [plan(), plan()])];
  expect(diffExercises(before, proposeExercises(before, [done("bench", [did()]), done("bench", [did(), did()])]))).toEqual([]);
});
