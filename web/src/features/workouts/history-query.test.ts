import { describe, expect, it } from "vitest";
import { buildExercise, buildWorkout } from "@/test-builders.ts";
import { toExerciseRow } from "@/db/changes.ts";
import { matchWorkout, parseHistoryQuery, searchNames } from "./history-query.ts";
import { buildEntry, buildSet } from "./workout-builders.ts";

const names = searchNames(
  new Map([
    ["bench", toExerciseRow(buildExercise({ id: "bench", name: "Bench Press (Barbell)", aliases: ["BP"] }))],
    ["squat", toExerciseRow(buildExercise({ id: "squat", name: "Back Squat", aliases: ["Kniebeuge"] }))],
  ]),
  "en",
);
const workout = buildWorkout({
  local_date: "2024-11-20",
  title: "Évening push",
  exercises: [
    buildEntry({
      id: "e1",
      exercise_id: "bench",
      sets: [buildSet({ id: "b1", weight: 100, reps: 5 }), buildSet({ id: "b2", weight: 90, load_kg: 90, reps: 8 })],
    }),
    buildEntry({
      id: "e2",
      exercise_id: "squat",
      sets: [buildSet({ id: "q1", weight: 315, weight_unit: "lb", load_kg: 142.88, reps: 3 })],
    }),
  ],
});
const found = (text: string) => matchWorkout(workout, parseHistoryQuery(text), names);

describe("reading a search", () => {
  it("tells years, weights and reps apart", () => {
    expect(parseHistoryQuery("Bench 2024 100,5kg x5")).toEqual({ words: ["bench"], years: ["2024"], weights: [100.5], reps: [5] });
  });
  it("reads weight and reps written together", () => {
    expect(parseHistoryQuery("100x5")).toEqual({ words: [], years: [], weights: [100], reps: [5] });
  });
});

describe("finding workouts", () => {
  it("finds a weight of the named exercise and says which sets", () => {
    expect(found("bench 100")?.sets.map((set) => set.id)).toEqual(["b1"]);
  });
  it("does not find a weight that belongs to another exercise", () => {
    expect(found("squat 100")).toBeNull();
  });
  it("finds a weight as typed and in kilograms", () => {
    expect(found("squat 315")?.exercise_id).toBe("squat");
    expect(found("squat 142.88")?.exercise_id).toBe("squat");
  });
  it("finds years, months, aliases and titles without accents", () => {
    expect(found("2024 squat")).not.toBeNull();
    expect(found("2023 squat")).toBeNull();
    expect(found("november kniebeuge")).not.toBeNull();
    expect(found("evening")).not.toBeNull();
  });
  it("wants weight and reps in one set", () => {
    expect(found("100x5")).not.toBeNull();
    expect(found("100x8")).toBeNull();
  });
  it("matches the beginnings of words only", () => {
    expect(found("ench")).toBeNull();
  });
  it("searches thousands of workouts within a blink", () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...workout, id: String(index) }));
    const query = parseHistoryQuery("bench 90");
    const started_ms = performance.now();
    expect(many.filter((one) => matchWorkout(one, query, names)).length).toBe(5000);
    expect(performance.now() - started_ms).toBeLessThan(1000);
  });
});
