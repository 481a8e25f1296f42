import { afterEach, describe, expect, it } from "vitest";
import { toWorkoutRow } from "@/db/changes.ts";
import { deleteCurrentDb, openDb } from "@/db/current.ts";
import type { Workout, WorkoutSet } from "@/db/documents.ts";
import { buildWorkout } from "@/test-builders.ts";
import { countSets, emptyDraft, keepDraft, readDraft, repeatDraft } from "./new-workout-draft.ts";
import { fillIn, findLastTime, isUntouched } from "./new-workout-prefill.ts";
import { findRepeatable } from "./repeatable-workouts.ts";
import { newDraftExercise } from "./workout-draft.ts";

afterEach(() => deleteCurrentDb());

const NOW_MS = Date.parse("2026-11-20T18:03:20.000Z");

function buildSet(overrides: Partial<WorkoutSet>): WorkoutSet {
  return {
    id: "s",
    position: 0,
    kind: "working",
    completed: true,
    weight: 80,
    weight_unit: "kg",
    load_kg: 80,
    reps: 8,
    duration_s: null,
    distance: null,
    distance_unit: null,
    distance_m: null,
    rpe: 8,
    rir: null,
    side: null,
    notes: "grind",
    flagged: null,
    logged_at: null,
    ...overrides,
  };
}

function buildDone(id: string, started_at: string, sets: readonly WorkoutSet[], overrides: Partial<Workout> = {}): Workout {
  const exercises = [{ id: `${id}-e`, exercise_id: "bench", position: 0, superset: null, notes: "pause", sets: [...sets] }];
  return buildWorkout({ id, started_at, local_date: started_at.slice(0, 10), exercises, ...overrides });
}

describe("a new workout", () => {
  it("starts as an hour that has just ended, on a round minute", () => {
    const { draft } = emptyDraft("Europe/Berlin", NOW_MS);
    expect(draft.started_at).toBe("2026-11-20T17:00:00.000Z");
    expect(draft.finished_at).toBe("2026-11-20T18:00:00.000Z");
  });

  it("repeats an earlier one under new ids, without that day's effort, remarks and undone sets", () => {
    const done = buildDone("w", "2026-11-01T10:00:00.000Z", [buildSet({ id: "a" }), buildSet({ id: "b", completed: false })]);
    const { draft } = repeatDraft(done, emptyDraft("Europe/Berlin", NOW_MS));
    expect(draft.title).toBe("Push");
    expect(draft.started_at).toBe("2026-11-20T17:00:00.000Z");
    const [entry] = draft.exercises;
    expect(entry?.notes).toBe("");
    expect(entry?.sets).toHaveLength(1);
    expect(entry?.sets[0]).toMatchObject({ weight: 80, weight_unit: "kg", reps: 8, rpe: null, notes: "" });
    expect([done.exercises[0]?.id, "a"]).not.toContain(entry?.id);
    expect(entry?.sets[0]?.id).not.toBe("a");
  });

  it("is kept on the device while there is something in it", async () => {
    const db = openDb("anna");
    const stored = emptyDraft("Europe/Berlin", NOW_MS);
    await keepDraft(stored);
    expect(await readDraft(db)).toBeNull();
    const begun = { ...stored, draft: { ...stored.draft, exercises: [newDraftExercise("bench")] } };
    await keepDraft(begun);
    expect(await readDraft(db)).toEqual(begun);
    expect(countSets(begun.draft)).toBe(0);
    await keepDraft(null);
    expect(await readDraft(db)).toBeNull();
  });
});

describe("filling in", () => {
  it("takes the sets of the latest workout that has any", async () => {
    const db = openDb("anna");
    await db.workouts.bulkPut(
      [
        buildDone("old", "2026-10-01T10:00:00.000Z", [buildSet({ weight: 70 })]),
        buildDone("new", "2026-11-01T10:00:00.000Z", [buildSet({ weight: 82.5 }), buildSet({ weight: 85 })]),
        buildDone("skipped", "2026-11-08T10:00:00.000Z", [buildSet({ completed: false })]),
      ].map(toWorkoutRow),
    );
    const last = await findLastTime("bench");
    expect(last?.local_date).toBe("2026-11-01");
    expect(last?.sets.map((set) => set.weight)).toEqual([82.5, 85]);
    expect(await findLastTime("squat")).toBeNull();
  });

  it("leaves an entry alone that was written in or swapped meanwhile", () => {
    const entry = newDraftExercise("bench");
    const { draft } = emptyDraft("Europe/Berlin", NOW_MS);
    const sets = [{ ...(entry.sets[0] ?? newDraftExercise("bench").sets[0]), id: "x", weight: 80, reps: 8 }] as typeof entry.sets;
    expect(isUntouched(entry)).toBe(true);
    expect(fillIn({ ...draft, exercises: [entry] }, entry, sets).exercises[0]?.sets).toBe(sets);
    const written = { ...entry, sets: entry.sets.map((set) => ({ ...set, reps: 5 })) };
    expect(fillIn({ ...draft, exercises: [written] }, entry, sets).exercises[0]).toEqual(written);
    const swapped = { ...entry, exercise_id: "squat" };
    expect(fillIn({ ...draft, exercises: [swapped] }, entry, sets).exercises[0]).toEqual(swapped);
  });
});

describe("workouts to do again", () => {
  it("are the latest of each title, newest first", async () => {
    const db = openDb("anna");
    const set = [buildSet({})];
    await db.workouts.bulkPut(
      [
        buildDone("p1", "2026-11-01T10:00:00.000Z", set, { title: "Push" }),
        buildDone("l1", "2026-11-03T10:00:00.000Z", set, { title: "Legs" }),
        buildDone("p2", "2026-11-05T10:00:00.000Z", set, { title: "push " }),
        buildDone("e1", "2026-11-07T10:00:00.000Z", [], { title: "Empty", exercises: [] }),
      ].map(toWorkoutRow),
    );
    expect((await findRepeatable(db)).map(({ id }) => id)).toEqual(["p2", "l1"]);
  });
});
