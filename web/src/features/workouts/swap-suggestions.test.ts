import { expect, test } from "vitest";
import { buildExercise } from "@/test-builders.ts";
import { suggestSwaps } from "./swap-suggestions.ts";

const bench = buildExercise({ id: "bench" });
const dumbbell = buildExercise({ id: "dumbbell", equipment: "dumbbell" });
const push_up = buildExercise({ id: "push_up", equipment: "bodyweight", tracking: "bodyweight_reps" });
const fly = buildExercise({ id: "fly", equipment: "cable", mechanic: "isolation", secondary_muscles: [] });
const squat = buildExercise({ id: "squat", primary_muscles: ["quadriceps"], secondary_muscles: ["glutes"] });
const all = [bench, squat, fly, push_up, dumbbell];
const ids = (found: readonly { id: string }[]) => found.map((one) => one.id);

test("what trains the same main muscle is suggested, the likest first, and never the exercise itself", () => {
  expect(ids(suggestSwaps(bench, all, null))).toEqual(["dumbbell", "push_up", "fly"]);
});

test("only what the lifter's gym has, and one's own body always", () => {
  expect(ids(suggestSwaps(bench, all, ["barbell"]))).toEqual(["push_up"]);
});

test("what is in the workout already, or archived, is no suggestion", () => {
  const archived = buildExercise({ id: "old", is_archived: true });
  expect(ids(suggestSwaps(bench, [...all, archived], null, ["dumbbell"]))).toEqual(["push_up", "fly"]);
});
