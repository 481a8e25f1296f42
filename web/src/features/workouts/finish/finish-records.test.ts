import { describe, expect, it } from "vitest";
import type { RecordRead } from "../queries.ts";
import { beatenRecords } from "./finish-records.tsx";

function record(overrides: Partial<RecordRead>): RecordRead {
  return {
    exercise_id: "bench",
    kind: "load",
    reps: 5,
    value: 100,
    previous_value: 95,
    is_current: true,
    workout_id: "w",
    set_id: "s1",
    achieved_at: "2026-11-20T17:00:00.000Z",
    local_date: "2026-11-20",
    ...overrides,
  };
}

describe("records at the end of a workout", () => {
  it("are one per kind and reps, against what stood before the workout", () => {
    const shown = beatenRecords([
      record({ set_id: "s3", value: 105, previous_value: 102.5 }),
      record({ set_id: "s2", value: 102.5, previous_value: 100 }),
      record({ kind: "tonnage", reps: 0, set_id: null, value: 2500, previous_value: 2400 }),
    ]);
    expect(shown.map(({ kind, value, previous_value }) => [kind, value, previous_value])).toEqual([
      ["load", 105, 100],
      ["tonnage", 2500, 2400],
    ]);
  });

  it("leave out first times, also those that a later set of the workout beat", () => {
    expect(
      beatenRecords([
        record({ reps: 3, set_id: "s2", value: 105, previous_value: 102.5 }),
        record({ reps: 3, set_id: "s1", value: 102.5, previous_value: null }),
        record({ reps: 8, previous_value: null }),
      ]),
    ).toEqual([]);
  });
});
