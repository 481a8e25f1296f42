import { renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toWorkoutRow } from "@/db/changes.ts";
import { deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import type { LocalDb } from "@/db/schema.ts";
import { buildWorkout } from "@/test-builders.ts";
import { readPast } from "../past-memory.ts";
import { buildEntry, buildSet } from "../workout-builders.ts";
import { useReadAhead } from "./use-read-ahead.ts";

let db: LocalDb;
beforeEach(() => {
  db = openDb(`ahead-${crypto.randomUUID()}`);
});
afterEach(() => deleteCurrentDb());

const entryOf = (exercise_id: string, position: number) =>
  buildEntry({ id: `entry-${exercise_id}`, exercise_id, position, sets: [buildSet({ id: `set-${exercise_id}` })] });

describe("useReadAhead", () => {
  it("has every exercise of the workout read before it is opened", async () => {
    const workout = buildWorkout({ exercises: [entryOf("bench", 0), entryOf("squat", 1)] });
    await db.workouts.put(toWorkoutRow(workout));
    const reads = vi.spyOn(db.workouts, "bulkGet");
    renderHook(() => useReadAhead(workout));
    await waitFor(() => expect(reads).toHaveBeenCalledTimes(2));

    expect((await readPast(db, "squat")).entries.map(({ entry_id }) => entry_id)).toEqual(["entry-squat"]);
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it("stops when the screen is left", async () => {
    const workout = buildWorkout({ exercises: [entryOf("bench", 0), entryOf("squat", 1)] });
    await db.workouts.put(toWorkoutRow(workout));
    const reads = vi.spyOn(db.workouts, "bulkGet");
    const { unmount } = renderHook(() => useReadAhead(workout));
    unmount();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(reads).not.toHaveBeenCalled();
  });
});
