import { describe, expect, it } from "vitest";
import type { ExerciseRow } from "@/db/documents.ts";
import { buildExercise } from "@/test-builders.ts";
import { isFiltered, NO_FILTERS, passesFilters } from "./exercise-filters.ts";
import { listByHabit } from "./use-exercise-search.ts";

function buildRow(overrides: Partial<ExerciseRow>): ExerciseRow {
  return { ...buildExercise(), origin: "library", ...overrides };
}

describe("the order of exercises without a search", () => {
  it("is favourites, then habits, then own ones, then the library's own order", () => {
    const rows = [
      buildRow({ id: "rare", rank: 900 }),
      buildRow({ id: "common", rank: 0 }),
      buildRow({ id: "own", origin: "own", is_custom: true }),
      buildRow({ id: "weekly", rank: 500 }),
      buildRow({ id: "daily", rank: 600 }),
      buildRow({ id: "loved", rank: 700, favourite: true }),
      buildRow({ id: "gone", origin: "own", is_archived: true }),
    ];
    const uses = new Map([
      ["weekly", { workouts: 3, last_date: "2026-11-01" }],
      ["daily", { workouts: 20, last_date: "2026-11-20" }],
    ]);
    expect(listByHabit(rows, uses).map(({ id }) => id)).toEqual(["loved", "daily", "weekly", "own", "common", "rare"]);
  });
});

describe("the filters of the exercise list", () => {
  const bench = buildRow({ equipment: "barbell", primary_muscles: ["chest"], secondary_muscles: ["triceps"] });

  it("find a muscle whether it is the main one or helps", () => {
    expect(passesFilters(bench, { ...NO_FILTERS, muscle: "chest" }, null)).toBe(true);
    expect(passesFilters(bench, { ...NO_FILTERS, muscle: "triceps" }, null)).toBe(true);
    expect(passesFilters(bench, { ...NO_FILTERS, muscle: "calves" }, null)).toBe(false);
  });

  it("hide what needs equipment that is not there, and never bodyweight exercises", () => {
    const available = { ...NO_FILTERS, available: true };
    expect(passesFilters(bench, available, ["dumbbell"])).toBe(false);
    expect(passesFilters(bench, available, ["barbell"])).toBe(true);
    expect(passesFilters(bench, available, null)).toBe(true);
    expect(passesFilters(buildRow({ equipment: "bodyweight" }), available, [])).toBe(true);
  });

  it("keep only own ones and favourites when asked", () => {
    expect(passesFilters(bench, { ...NO_FILTERS, own: true }, null)).toBe(false);
    expect(passesFilters(bench, { ...NO_FILTERS, favourites: true }, null)).toBe(false);
    expect(passesFilters({ ...bench, favourite: true }, { ...NO_FILTERS, favourites: true }, null)).toBe(true);
  });

  it("know whether any is set", () => {
    expect(isFiltered(NO_FILTERS)).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, text: "  " })).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, equipment: "cable" })).toBe(true);
  });
});
