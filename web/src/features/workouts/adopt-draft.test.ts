import { afterEach, expect, it } from "vitest";
import { currentDb, deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import { adoptDraft } from "./adopt-draft.ts";

const ID = "019a0000-0000-7000-8000-0000000000d1";
const SET = {
  id: "019a0000-0000-7000-8000-0000000000d3",
  kind: "working",
  completed: true,
  weight: 60,
  weight_unit: "kg",
  reps: 8,
  duration_s: null,
  distance: null,
  distance_unit: null,
  rpe: null,
  rir: null,
  notes: "",
};
const DRAFT = {
  title: "Push",
  notes: "",
  started_at: "2026-11-20T17:00:00.000Z",
  finished_at: "2026-11-20T18:00:00.000Z",
  time_zone: "Europe/Berlin",
  exercises: [
    {
      id: "019a0000-0000-7000-8000-0000000000d2",
      exercise_id: "bench",
      superset: null,
      notes: "",
      sets: [SET, { ...SET, id: "019a0000-0000-7000-8000-0000000000d4", weight: null, reps: null }],
    },
  ],
};

afterEach(() => deleteCurrentDb());

it("makes a workout of the draft that an older version kept, once", async () => {
  const db = openDb("draft");
  await db.state.put({ key: "workout_draft", value: { id: ID, draft: DRAFT } });
  expect(await adoptDraft(db)).toBe(ID);
  const workout = await currentDb().workouts.get(ID);
  expect(workout?.title).toBe("Push");
  expect(workout?.exercises[0]?.sets.map((set) => set.reps)).toEqual([8]);
  expect(await db.outbox.count()).toBe(1);
  expect(await adoptDraft(db)).toBeNull();
});
