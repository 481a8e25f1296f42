import { describe, expect, it } from "vitest";
import { buildWorkout } from "@/test-builders.ts";
import { placeInOrder } from "./place-in-order.ts";
import { buildEntry, buildSet } from "./workout-builders.ts";
import { diffWorkout } from "./workout-diff.ts";
import { changeExercise, changeSet, move, nextSet, removeSet, toDraft, toggleSuperset } from "./workout-draft.ts";

const workout = buildWorkout({
  exercises: [
    buildEntry({ id: "e1", position: 0, sets: [buildSet({ id: "a", position: 0 }), buildSet({ id: "b", position: 10 })] }),
    buildEntry({ id: "e2", position: 5, exercise_id: "squat", sets: [] }),
  ],
});
const draft = toDraft(workout);

describe("the difference between a workout and its draft", () => {
  it("is nothing when nothing changed", () => {
    expect(diffWorkout(workout, draft)).toEqual([]);
  });
  it("names only the changed fields of a set", () => {
    const after = changeExercise(draft, "e1", (entry) => changeSet(entry, "a", { reps: 6 }));
    expect(diffWorkout(workout, after)).toEqual([{ kind: "change_set", set_id: "a", fields: { reps: 6 } }]);
  });
  it("adds a set behind the last one, whatever gaps the positions have", () => {
    const after = changeExercise(draft, "e1", (entry) => ({ ...entry, sets: [...entry.sets, nextSet(entry.sets)] }));
    expect(diffWorkout(workout, after)).toMatchObject([{ kind: "add_set", entry_id: "e1", position: 11 }]);
  });
  it("deletes what is gone, and restores it on the way back", () => {
    const after = changeExercise(draft, "e1", (entry) => removeSet(entry, "b"));
    expect(diffWorkout(workout, after)).toEqual([{ kind: "delete_set", set_id: "b" }]);
    const saved = buildWorkout({
      exercises: [buildEntry({ id: "e1", sets: [buildSet({ id: "a" })] }), ...workout.exercises.slice(1)],
    });
    expect(diffWorkout(saved, draft, new Set(["a", "b", "e1", "e2"]))).toEqual([{ kind: "restore_set", set_id: "b" }]);
  });
  it("moves exercises by their positions", () => {
    const after = { ...draft, exercises: move(draft.exercises, 1, 0) };
    expect(diffWorkout(workout, after)).toEqual([
      { kind: "change_entry", entry_id: "e2", fields: { position: 0 } },
      { kind: "change_entry", entry_id: "e1", fields: { position: 1 } },
    ]);
  });
  it("joins and parts supersets", () => {
    const joined = toggleSuperset(draft, "e2");
    expect(joined.exercises.map((entry) => entry.superset)).toEqual([1, 1]);
    expect(toggleSuperset(joined, "e2").exercises.map((entry) => entry.superset)).toEqual([1, null]);
  });
});

describe("placeInOrder", () => {
  const stored = new Map([
    ["a", 0],
    ["b", 7],
  ]);
  const places = (...ids: string[]) =>
    placeInOrder(
      ids.map((id) => ({ id })),
      (id) => stored.get(id),
    );
  it("keeps rising positions with their gaps", () => expect(places("a", "b")).toEqual([0, 7]));
  it("counts on behind the last", () => expect(places("a", "b", "new")).toEqual([0, 7, 8]));
  it("numbers anew when the order changed", () => expect(places("b", "a")).toEqual([0, 1]));
  it("numbers anew when something new stands before something old", () => expect(places("a", "new", "b")).toEqual([0, 1, 2]));
});
