import { expect, test } from "vitest";
import { buildWorkout } from "@/test-builders.ts";
import { buildEntry, buildSet } from "./workout-builders.ts";
import { finishOperations, planFinish, unfinishOperations } from "./finish-plan.ts";

const now_ms = Date.parse("2026-11-20T18:00:00.000Z");
const bench = buildEntry({
  id: "bench",
  sets: [buildSet({ id: "b1", logged_at: "2026-11-20T17:55:00.000Z" }), buildSet({ id: "b2", completed: false })],
});
const fly = buildEntry({ id: "fly", sets: [buildSet({ id: "f1", completed: false })] });
const live = buildWorkout({ finished_at: null, exercises: [bench, fly] });

test("finishing ends the workout now and drops what was not done", () => {
  const plan = planFinish(live, now_ms);
  expect(plan.workout.finished_at).toBe("2026-11-20T18:00:00.000Z");
  expect(plan.workout.exercises.map((entry) => [entry.id, entry.sets.length])).toEqual([["bench", 1]]);
  expect(finishOperations(live, plan).map(({ name }) => name)).toEqual([
    "workouts.delete_set",
    "workouts.delete_exercise",
    "workouts.change",
  ]);
});

test("undo brings back everything, and the workout runs again", () => {
  const undo = unfinishOperations(live, planFinish(live, now_ms));
  expect(undo.map(({ name }) => name)).toEqual(["workouts.change", "workouts.restore_exercise", "workouts.restore_set"]);
  expect(undo[0]).toMatchObject({ body: { finished_at: null } });
});

test("a workout that was forgotten ended with its last set", () => {
  const plan = planFinish(live, now_ms + 3 * 3_600_000);
  expect(plan).toMatchObject({ ended_earlier: true, workout: { finished_at: "2026-11-20T17:55:00.000Z" } });
});

test("a past workout keeps its times, and one without anything left out needs no operation", () => {
  const past = buildWorkout({ exercises: [buildEntry({ sets: [buildSet()] })] });
  const plan = planFinish(past, now_ms);
  expect(plan.workout.finished_at).toBe(past.finished_at);
  expect(finishOperations(past, plan)).toEqual([]);
  expect(unfinishOperations(past, plan)).toEqual([]);
});

test("a workout that was never begun ends no earlier than it started", () => {
  const plan = planFinish(buildWorkout({ finished_at: null }), 0);
  expect(plan.workout.finished_at).toBe(plan.workout.started_at);
});
