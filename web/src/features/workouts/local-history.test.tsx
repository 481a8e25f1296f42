import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toExerciseRow, toWorkoutRow } from "@/db/changes.ts";
import { deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import type { Workout, WorkoutSet } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { buildExercise, buildWorkout } from "@/test-builders.ts";
import { bestsAfter, comparableSet, exerciseBests, lastComparableSets, recordsOfSet, useExerciseBests } from "./local-history.ts";
import { buildEntry, buildSet } from "./workout-builders.ts";

let db: LocalDb;

beforeEach(async () => {
  db = openDb("lena");
  await db.exercises.put(toExerciseRow(buildExercise({ id: "bench" })));
});
afterEach(() => deleteCurrentDb());

function buildDay(date: string, sets: readonly Partial<WorkoutSet>[], notes = ""): Workout {
  return buildWorkout({
    id: `w-${date}`,
    local_date: date,
    started_at: `${date}T17:00:00.000Z`,
    exercises: [
      buildEntry({ notes, sets: sets.map((set, position) => buildSet({ id: `${date}-${position}`, position, ...set })) }),
    ],
  });
}

async function store(...workouts: readonly Workout[]): Promise<void> {
  await db.workouts.bulkPut(workouts.map(toWorkoutRow));
}

describe("the last time of an exercise", () => {
  it("is the newest workout with sets that were done, whatever order they were stored in", async () => {
    await store(
      buildDay("2026-11-20", [{ load_kg: 110 }]),
      buildDay("2026-11-13", [{ load_kg: 100 }]),
      buildDay("2026-11-24", [{ completed: false }]),
    );
    const { last } = await lastComparableSets(db, "bench");
    expect(last?.local_date).toBe("2026-11-20");
    expect(last?.sets.map((set) => set.load_kg)).toEqual([110]);
  });

  it("leaves out the workout being written and everything after an old one", async () => {
    await store(buildDay("2026-11-13", [{}]), buildDay("2026-11-20", [{}]), buildDay("2026-11-24", [{}]));
    const without = await lastComparableSets(db, "bench", { except_workout_id: "w-2026-11-24" });
    expect(without.last?.local_date).toBe("2026-11-20");
    const before = await lastComparableSets(db, "bench", { before_ms: Date.parse("2026-11-20T17:00:00.000Z") });
    expect(before.last?.local_date).toBe("2026-11-13");
  });

  it("brings the newest remark, even one older than the last time", async () => {
    await store(buildDay("2026-11-13", [{}], "Elbows in"), buildDay("2026-11-20", [{}], " "));
    expect((await lastComparableSets(db, "bench")).note).toMatchObject({ text: "Elbows in", local_date: "2026-11-13" });
  });

  it("knows a workout that was changed, one that was deleted and one that no longer has the exercise", async () => {
    await store(buildDay("2026-11-13", [{}]), buildDay("2026-11-20", [{ reps: 5 }]));
    expect((await lastComparableSets(db, "bench")).last?.sets[0]?.reps).toBe(5);
    await store(buildDay("2026-11-20", [{ reps: 8 }]));
    expect((await lastComparableSets(db, "bench")).last?.sets[0]?.reps).toBe(8);
    await store({ ...buildDay("2026-11-20", []), exercises: [buildEntry({ exercise_id: "squat" })] });
    expect((await lastComparableSets(db, "bench")).last?.local_date).toBe("2026-11-13");
    await db.workouts.delete("w-2026-11-13");
    expect((await lastComparableSets(db, "bench")).last).toBeNull();
  });

  it("forgets everything when the table is cleared", async () => {
    await store(buildDay("2026-11-13", [{}]));
    expect((await lastComparableSets(db, "bench")).last).not.toBeNull();
    await db.workouts.clear();
    expect((await lastComparableSets(db, "bench")).last).toBeNull();
  });

  it("of another account is not seen", async () => {
    await store(buildDay("2026-11-13", [{}]));
    expect((await lastComparableSets(db, "bench")).last).not.toBeNull();
    expect((await lastComparableSets(openDb("anna"), "bench")).last).toBeNull();
    await deleteCurrentDb();
    openDb("lena");
  });
});

describe("the set a new one is filled in from", () => {
  const sets = [
    buildSet({ id: "warm", kind: "warm_up" }),
    buildSet({ id: "one" }),
    buildSet({ id: "two" }),
    buildSet({ id: "drop", kind: "drop" }),
  ];
  it("is the one of the same kind in the same turn", () => {
    expect(comparableSet(sets, "working", 1, 2)?.id).toBe("two");
    expect(comparableSet(sets, "drop", 0, 3)?.id).toBe("drop");
  });
  it("is the last of the kind where there were fewer", () => {
    expect(comparableSet(sets, "working", 4, 5)?.id).toBe("two");
  });
  it("is the one in the same place where the kind is new, but never a warm-up", () => {
    expect(comparableSet(sets, "failure", 0, 3)?.id).toBe("drop");
    expect(comparableSet(sets, "amrap", 0, 9)?.id).toBe("drop");
    expect(comparableSet(sets.slice(1), "warm_up", 0, 0)).toBeNull();
    expect(comparableSet(sets.slice(0, 1), "working", 0, 0)).toBeNull();
  });
});

describe("bests", () => {
  it("are those of every day, and grow with the sets of the workout being written", async () => {
    await store(buildDay("2026-11-13", [{ load_kg: 100, reps: 5 }]), buildDay("2026-11-20", [{ load_kg: 90, reps: 8 }]));
    const { bests, tracking, e1rm } = await exerciseBests(db, "bench");
    expect(bests.get("load:5")).toBe(100);
    expect(bests.get("load:8")).toBe(90);
    expect(e1rm?.level_kg).toBeGreaterThan(100);
    const heavier = { ...buildSet({ id: "new", load_kg: 105, reps: 3 }) };
    expect(recordsOfSet(heavier, tracking, bests)).toMatchObject([{ kind: "load", reps: 3, value: 105, previous: 100 }]);
    const after = bestsAfter([heavier], tracking, bests);
    expect(recordsOfSet({ ...heavier, id: "again" }, tracking, after)).toEqual([]);
    expect(recordsOfSet(buildSet({ load_kg: 200, kind: "warm_up" }), tracking, bests)).toEqual([]);
  });

  it("are repainted when a set is logged", async () => {
    await store(buildDay("2026-11-13", [{ load_kg: 100, reps: 5 }]));
    const { result } = renderHook(() => useExerciseBests("bench"));
    await waitFor(() => expect(result.current?.bests.get("load:5")).toBe(100));
    await act(() => store(buildDay("2026-11-20", [{ load_kg: 120, reps: 5 }])));
    await waitFor(() => expect(result.current?.bests.get("load:5")).toBe(120));
  });

  it("of an exercise that was never done are none", async () => {
    expect(await exerciseBests(db, "bench")).toEqual({ tracking: "weight_reps", bests: new Map(), e1rm: null });
  });
});
