import { expect, test } from "vitest";
import { buildWorkout } from "@/test-builders.ts";
import { buildEntry, buildSet } from "../workout-builders.ts";
import { effortTarget, resumePlace, shownEntry, shownSet, START_VIEW } from "./view-state.ts";

const done = (id: string, logged_at: string | null = null) => buildSet({ id, logged_at });
const open = (id: string) => buildSet({ id, completed: false });
const bench = buildEntry({ id: "bench", sets: [done("b1", "2026-11-20T17:00:00.000Z"), open("b2")] });
const row = buildEntry({ id: "row", sets: [done("r1", "2026-11-20T17:10:00.000Z"), open("r2")] });
const workout = buildWorkout({ exercises: [bench, row] });

test("after a reload the workout goes on where the last set was logged", () => {
  expect(resumePlace(workout)).toBe("row");
  expect(shownEntry(workout, START_VIEW)?.id).toBe("row");
});

test("in a superset it goes on with the member whose turn it is", () => {
  const exercises = [buildEntry({ ...bench, superset: 1 }), buildEntry({ ...row, superset: 1 })];
  expect(resumePlace({ exercises })).toBe("bench");
});

test("a workout nobody has begun starts with its first open exercise", () => {
  const exercises = [buildEntry({ id: "a", sets: [done("a1")] }), buildEntry({ id: "b", sets: [open("b1")] })];
  expect(resumePlace({ exercises })).toBe("b");
  expect(resumePlace({ exercises: exercises.slice(0, 1) })).toBe("a");
  expect(resumePlace({ exercises: [] })).toBeNull();
});

test("the editor is for the chosen row, else for the next to do, else for the last", () => {
  expect(shownSet(bench, { ...START_VIEW, set_id: "b1" })?.id).toBe("b1");
  expect(shownSet(bench, START_VIEW)?.id).toBe("b2");
  expect(shownSet(buildEntry({ sets: [done("x"), done("y")] }), START_VIEW)?.id).toBe("y");
  expect(shownSet(null, START_VIEW)).toBeNull();
});

test("effort is asked for the set just logged, although the editor has moved on", () => {
  const view = { ...START_VIEW, entry_id: "row", set_id: "r2", logged_id: "b1" };
  expect(effortTarget(workout, view)?.set.id).toBe("b1");
  expect(effortTarget(workout, { ...view, logged_id: null })?.set.id).toBe("r2");
  expect(effortTarget(workout, { ...view, logged_id: "gone" })?.set.id).toBe("r2");
});
