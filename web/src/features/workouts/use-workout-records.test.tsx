import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toExerciseRow, toWorkoutRow } from "@/db/changes.ts";
import { deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import type { Workout } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { INITIAL_STATUS, syncStatus } from "@/sync/status.ts";
import { buildExercise, buildWorkout } from "@/test-builders.ts";
import { useWorkoutRecords } from "./use-workout-records.ts";
import { buildEntry, buildSet } from "./workout-builders.ts";

let db: LocalDb;

beforeEach(async () => {
  db = openDb("lena");
  syncStatus.set({ ...INITIAL_STATUS, complete: true });
  await db.exercises.bulkPut(["bench", "squat"].map((id) => toExerciseRow(buildExercise({ id }))));
});
afterEach(async () => {
  syncStatus.set(INITIAL_STATUS);
  await deleteCurrentDb();
});

function buildDay(date: string, weight: number): Workout {
  const entryOf = (exercise_id: string, position: number) =>
    buildEntry({
      id: `${date}-${exercise_id}`,
      exercise_id,
      position,
      sets: [buildSet({ id: `${date}-${exercise_id}-0`, load_kg: weight, reps: 5 })],
    });
  return buildWorkout({
    id: `w-${date}`,
    local_date: date,
    started_at: `${date}T17:00:00.000Z`,
    exercises: [entryOf("bench", 0), entryOf("squat", 1)],
  });
}

describe("records of a workout", () => {
  it("are those of all its exercises, of each set the one with the most reps", async () => {
    const second = buildDay("2026-11-20", 110);
    await db.workouts.bulkPut([buildDay("2026-11-13", 100), second].map(toWorkoutRow));
    const { result } = renderHook(() => useWorkoutRecords(second));
    await waitFor(() => expect(result.current).toHaveLength(6));
    expect(result.current.map(({ exercise_id, kind, reps }) => `${exercise_id} ${kind} ${reps}`)).toEqual([
      "squat tonnage 0",
      "squat load 5",
      "squat e1rm 0",
      "bench tonnage 0",
      "bench load 5",
      "bench e1rm 0",
    ]);
  });

  it("go when an older workout turns out to be heavier", async () => {
    const second = buildDay("2026-11-20", 110);
    await db.workouts.bulkPut([buildDay("2026-11-13", 100), second].map(toWorkoutRow));
    const { result } = renderHook(() => useWorkoutRecords(second));
    await waitFor(() => expect(result.current).toHaveLength(6));
    await act(() => db.workouts.put(toWorkoutRow(buildDay("2026-11-13", 140))));
    await waitFor(() => expect(result.current).toHaveLength(0));
  });

  it("are not told while a part of the history is missing", async () => {
    const only = buildDay("2026-11-20", 110);
    await db.workouts.put(toWorkoutRow(only));
    syncStatus.set({ ...INITIAL_STATUS, phase: "pulling" });
    const { result } = renderHook(() => useWorkoutRecords(only));
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(result.current).toEqual([]);
    act(() => syncStatus.set({ ...INITIAL_STATUS, complete: true }));
    await waitFor(() => expect(result.current).toHaveLength(6));
  });
});
