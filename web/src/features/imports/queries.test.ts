import { describe, expect, it } from "vitest";
import { broughtNothing, type ImportResult } from "./queries.ts";

const NOTHING: ImportResult = {
  workouts_added: 0,
  workouts_extended: 0,
  sets_added: 0,
  duplicates_skipped: 12,
  matched_exercises: 5,
  created_exercises: 0,
  measurements_added: 0,
  flagged_total: 3,
};

describe("an import", () => {
  it("brought nothing where everything was already there", () => {
    expect(broughtNothing(NOTHING)).toBe(true);
  });

  it.each(["workouts_added", "workouts_extended", "sets_added", "created_exercises", "measurements_added"] as const)(
    "brought something with %s",
    (key) => {
      expect(broughtNothing({ ...NOTHING, [key]: 1 })).toBe(false);
    },
  );
});
