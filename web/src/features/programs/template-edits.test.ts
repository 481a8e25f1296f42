import { expect, test } from "vitest";
import { addExercise, addSet, changeSet, joinToNext, moveExercise, removeExercise } from "./template-edits.ts";
import type { TemplateExercise } from "./template-changes.ts";

const made = (...ids: readonly string[]) => ids.reduce<TemplateExercise[]>((list, id) => addExercise(list, id), []);
const supersets = (exercises: readonly TemplateExercise[]) => exercises.map((exercise) => exercise.superset);

test("an exercise begins with three open sets, and one more is like the last", () => {
  const [bench] = made("bench");
  expect(bench?.sets).toHaveLength(3);
  const sets = changeSet(bench?.sets ?? [], 2, { reps: 8 });
  expect(addSet(sets).map((set) => set.reps)).toEqual([null, null, 8, 8]);
  expect(addSet([])).toHaveLength(1);
});

test("neighbours become a superset, longer ones grow, and they can be parted", () => {
  const exercises = made("a", "b", "c");
  const pair = joinToNext(exercises, 0);
  expect(supersets(pair)).toEqual([1, 1, null]);
  const three = joinToNext(pair, 1);
  expect(supersets(three)).toEqual([1, 1, 1]);
  const parted = supersets(joinToNext(three, 0));
  expect(parted[1]).toBe(parted[2]);
  expect(parted[0]).not.toBe(parted[1]);
  expect(supersets(joinToNext(exercises, 2))).toEqual([null, null, null]);
});

test("exercises change places and go", () => {
  const exercises = made("a", "b", "c");
  const ids = (list: readonly TemplateExercise[]) => list.map((exercise) => exercise.exercise_id).join("");
  expect(ids(moveExercise(exercises, 2, 0))).toBe("cab");
  expect(ids(moveExercise(exercises, 0, -1))).toBe("abc");
  expect(ids(removeExercise(exercises, exercises[1]?.id ?? ""))).toBe("ac");
});
