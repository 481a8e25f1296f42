import { describe, expect, it } from "vitest";
import type { WorkoutRow } from "@/db/documents.ts";
import type { SetFields, WorkoutOperation } from "./operations.ts";
import { replay } from "./replay.ts";
import { buildSetBody, buildWorkoutBody, findSet, setsOf } from "./test-operations.ts";

const path = { workout_id: "w1" };
const create: WorkoutOperation = { name: "workouts.create", path: {}, body: buildWorkoutBody(), local: null };
const changeSet = (set_id: string, body: SetFields): WorkoutOperation => ({
  name: "workouts.change_set",
  path: { ...path, set_id },
  body,
  local: null,
});
const deleteSet = (set_id: string): WorkoutOperation => ({
  name: "workouts.delete_set",
  path: { ...path, set_id },
  body: null,
  local: null,
});
const logSet = (entry_id: string, body = buildSetBody({ id: "s3", position: 1 })): WorkoutOperation => ({
  name: "workouts.log_set",
  path: { ...path, entry_id },
  body,
  local: null,
});
const deleteEntry = (entry_id: string): WorkoutOperation => ({
  name: "workouts.delete_exercise",
  path: { ...path, entry_id },
  body: null,
  local: null,
});

const workout = replay(null, [create], null) as WorkoutRow;
const apply = (...operations: WorkoutOperation[]) => replay(workout, operations, workout) as WorkoutRow;

describe("operations on a workout of this device", () => {
  it("make a workout as the server would store it", () => {
    expect(workout).toMatchObject({
      started_at: "2026-11-20T17:00:00.000Z",
      finished_at: null,
      local_date: "2026-11-20",
      has_time: true,
      source: "fitfolio",
      exercise_ids: ["bench", "press"],
    });
    expect(findSet(workout, "s1")).toMatchObject({ load_kg: 100, distance_m: null, notes: "", flagged: null, logged_at: null });
  });

  it("derive kilograms and metres from what was typed", () => {
    const after = apply(
      changeSet("s1", { weight: 225, weight_unit: "lb" }),
      changeSet("s2", { distance: 26.2, distance_unit: "mi", weight: null }),
    );
    expect(findSet(after, "s1")?.load_kg).toBe(102.05828325);
    expect(findSet(after, "s2")).toMatchObject({ distance_m: 42164.8128, load_kg: null });
  });

  it("change only what they name, and lift a flag when a measured value is corrected", () => {
    const flagged = {
      ...workout,
      exercises: workout.exercises.map((e) => ({ ...e, sets: e.sets.map((s) => ({ ...s, flagged: "set.reps" })) })),
    };
    const noted = replay(flagged, [changeSet("s1", { notes: "slow" })], flagged);
    expect(findSet(noted, "s1")).toMatchObject({ notes: "slow", reps: 5, flagged: "set.reps" });
    expect(findSet(replay(flagged, [changeSet("s1", { reps: 6 })], flagged), "s1")?.flagged).toBeNull();
    expect(findSet(replay(flagged, [changeSet("s1", { reps: 5 })], flagged), "s1")?.flagged).toBe("set.reps");
  });

  it("order by position, and by id where positions are equal", () => {
    const after = apply(
      logSet("e1", buildSetBody({ id: "s0", position: 0 })),
      logSet("e1", buildSetBody({ id: "s9", position: 0 })),
    );
    expect(after.exercises[0]?.sets.map(({ id }) => id)).toEqual(["s0", "s1", "s9"]);
  });

  it("put exercises into a new order; those not named follow", () => {
    const after = apply({ name: "workouts.reorder_exercises", path, body: { ids: ["e2"] }, local: null });
    expect(after.exercises.map(({ id, position }) => [id, position])).toEqual([
      ["e2", 0],
      ["e1", 1],
    ]);
  });

  it("log a set once, however often it is replayed", () => {
    const once = apply(logSet("e1"));
    expect(replay(once, [logSet("e1")], once)).toEqual(once);
    expect(setsOf(once)).toHaveLength(3);
  });

  it("take rows away and bring them back as they were", () => {
    const entry = workout.exercises[0];
    if (!entry) throw new Error("the workout has an exercise");
    const gone = apply(deleteEntry("e1"), deleteSet("s2"));
    expect(setsOf(gone)).toEqual([]);
    expect(gone.exercise_ids).toEqual(["press"]);
    const back = apply(deleteEntry("e1"), {
      name: "workouts.restore_exercise",
      path: { ...path, entry_id: "e1" },
      body: null,
      local: entry,
    });
    expect(back).toEqual(workout);
    expect(apply({ name: "workouts.delete", path, body: null, local: null })).toBeNull();
  });

  it("move a workout to the day of its new start", () => {
    const after = apply({
      name: "workouts.change",
      path,
      body: { started_at: "2026-11-21T23:30:00Z", finished_at: "2026-11-22T00:10:00Z" },
      local: null,
    });
    expect(after).toMatchObject({ local_date: "2026-11-22", finished_at: "2026-11-22T00:10:00.000Z", title: "Push" });
  });

  it("keep the day of an imported workout without a clock time until somebody states one", () => {
    const imported = { ...workout, has_time: false, local_date: "2026-11-19" };
    const renamed = replay(imported, [{ name: "workouts.change", path, body: { title: "Legs" }, local: null }], imported);
    expect(renamed).toMatchObject({ title: "Legs", local_date: "2026-11-19", has_time: false });
  });
});

describe("unsent operations over a pulled workout", () => {
  it("keep a set that another device has deleted since, if it was edited here", () => {
    const edited = apply(changeSet("s1", { reps: 8 }));
    const pulled = apply(deleteSet("s1"));
    expect(findSet(replay(pulled, [changeSet("s1", { reps: 8 })], edited), "s1")?.reps).toBe(8);
  });

  it("keep an exercise with its sets that another device has deleted since, if a set was logged in it here", () => {
    const here = apply(logSet("e1"));
    const after = replay(apply(deleteEntry("e1")), [logSet("e1")], here) as WorkoutRow;
    expect(after.exercises.find(({ id }) => id === "e1")?.sets.map(({ id }) => id)).toEqual(["s1", "s3"]);
  });

  it("keep a whole workout that another device has deleted since", () => {
    const here = apply(logSet("e1"));
    expect(replay(null, [logSet("e1")], here)).toEqual(here);
  });

  it("keep the other device's fields", () => {
    const pulled = apply(changeSet("s1", { rpe: 9, notes: "from the tablet" }));
    const here = apply(changeSet("s1", { reps: 8 }));
    const after = findSet(replay(pulled, [changeSet("s1", { reps: 8 })], here), "s1");
    expect(after).toMatchObject({ reps: 8, rpe: 9, notes: "from the tablet" });
  });

  it("restore what the same operations took away with the other device's edits", () => {
    const pulled = apply(changeSet("s1", { rpe: 9 }));
    const old = findSet(workout, "s1");
    if (!old) throw new Error("the set is there");
    const restore: WorkoutOperation = {
      name: "workouts.restore_set",
      path: { ...path, set_id: "s1" },
      body: null,
      local: { entry_id: "e1", set: old },
    };
    expect(findSet(replay(pulled, [deleteSet("s1"), restore], workout), "s1")?.rpe).toBe(9);
  });
});
