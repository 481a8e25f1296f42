import { describe, expect, it } from "vitest";
import type { ExerciseForMe, ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { buildExercise, buildWorkout } from "@/test-builders.ts";
import type { Template, Workout } from "@/db/documents.ts";
import { suggestTraining } from "./quick-start.ts";

const exercise = (id: string, muscle: "chest" | "lats" | "quadriceps", rank: number): ExerciseForMe => ({
  ...buildExercise({ id, name: id, primary_muscles: [muscle], secondary_muscles: [] }),
  origin: "library",
  rank,
});
const EXERCISES: ExerciseMap = new Map(
  [
    exercise("bench", "chest", 1),
    exercise("row", "lats", 2),
    exercise("squat", "quadriceps", 3),
    exercise("press-up", "chest", 0),
  ].map((one) => [one.id, one]),
);

const SET = {
  kind: "working",
  completed: true,
  flagged: null,
  load_kg: 80,
  reps: 8,
  duration_s: null,
  distance_m: null,
  rpe: null,
  rir: null,
};

function done(local_date: string, ...ids: string[]): Workout {
  const entries = ids.map((exercise_id) => ({ id: exercise_id, exercise_id, superset: null, notes: "", sets: [SET] }));
  return buildWorkout({ id: local_date, local_date, exercises: entries as unknown as Workout["exercises"] });
}

const template = (name: string, ...ids: string[]) =>
  ({ id: name, name, exercises: ids.map((exercise_id) => ({ exercise_id, sets: [] })) }) as unknown as Template;

describe("what shall I train", () => {
  it("is what is rested longest, what was never trained first", () => {
    const found = suggestTraining([done("2026-11-20", "bench"), done("2026-11-25", "row")], [], EXERCISES, "2026-11-27");
    expect(found?.rested.every(({ days }) => days === null)).toBe(true);
    const all = suggestTraining([done("2026-11-20", "bench", "squat"), done("2026-11-26", "row")], [], EXERCISES, "2026-11-27");
    expect(all?.template).toBeNull();
  });

  it("takes the template whose muscles are rested longest", () => {
    const recent = [done("2026-11-20", "bench"), done("2026-11-26", "row", "squat")];
    const found = suggestTraining(
      recent,
      [template("Pull", "row"), template("Push", "bench"), template("Empty")],
      EXERCISES,
      "2026-11-27",
    );
    expect(found?.template?.name).toBe("Push");
  });

  it("names exercises that one does already", () => {
    const recent = [done("2026-11-26", "row")];
    const found = suggestTraining(recent, [], EXERCISES, "2026-11-27");
    expect(found?.exercise_ids[0]).toBe("press-up");
    const again = suggestTraining([...recent, done("2026-11-02", "bench")], [], EXERCISES, "2026-11-27");
    expect(again?.exercise_ids).not.toContain("press-up");
  });

  it("is nothing before the first workout", () => {
    expect(suggestTraining([], [template("Push", "bench")], EXERCISES, "2026-11-27")).toBeNull();
  });
});
