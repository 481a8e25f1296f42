import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentDb, deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import type { LocalDb } from "@/db/schema.ts";
import type { Operation } from "./operations.ts";
import { storeOperations } from "./outbox.ts";
import { writeCheckpoint } from "./sync-state.ts";
import { buildSetBody, buildWorkoutBody, setsOf } from "./test-operations.ts";

const NOON = Date.parse("2026-11-20T12:00:00Z");
const create: Operation = { name: "workouts.create", path: {}, body: buildWorkoutBody(), local: null };
const logSet = (id: string): Operation => ({
  name: "workouts.log_set",
  path: { workout_id: "w1", entry_id: "e1" },
  body: buildSetBody({ id, position: 5 }),
  local: null,
});

let db: LocalDb;
beforeEach(() => {
  db = openDb(`outbox-${crypto.randomUUID()}`);
});
afterEach(() => deleteCurrentDb());

describe("storeOperations", () => {
  it("shows the change and queues it in one go", async () => {
    await writeCheckpoint(db, 41);
    await storeOperations(db, [create, logSet("s9")], NOON);
    expect(setsOf((await db.workouts.get("w1")) ?? null).map(({ id }) => id)).toEqual(["s1", "s9", "s2"]);
    const queued = await db.outbox.toArray();
    expect(queued.map(({ name, doc, base_rev }) => [name, doc, base_rev])).toEqual([
      ["workouts.create", "workout:w1", 41],
      ["workouts.log_set", "workout:w1", 41],
    ]);
    expect(queued.map(({ stamp }) => stamp)).toEqual([NOON * 1024, NOON * 1024 + 1]);
    expect(new Set(queued.map(({ key }) => key)).size).toBe(2);
  });

  it("stamps later changes later even when the device's clock went back", async () => {
    await storeOperations(db, [create], NOON);
    await storeOperations(db, [logSet("s9")], NOON - 3_600_000);
    const [first, second] = await db.outbox.orderBy("seq").toArray();
    expect(second?.stamp).toBeGreaterThan(first?.stamp ?? Number.NaN);
  });

  it("leaves neither the row nor the queue when the transaction fails", async () => {
    await storeOperations(db, [create], NOON);
    db.outbox.hook("creating", () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    });
    await expect(storeOperations(db, [logSet("s9")], NOON)).rejects.toThrow("quota");
    expect(await db.outbox.count()).toBe(1);
    expect(setsOf((await db.workouts.get("w1")) ?? null)).toHaveLength(2);
  });

  it("keeps what the server had before the first unsent change of a document", async () => {
    await storeOperations(db, [create], NOON);
    expect(await db.bases.toArray()).toEqual([{ doc: "workout:w1", data: null, ahead: false }]);
    await db.bases.clear();
    await db.outbox.clear();
    const before = await db.workouts.get("w1");
    await storeOperations(db, [logSet("s8")], NOON);
    await storeOperations(db, [logSet("s9")], NOON);
    expect((await db.bases.get("workout:w1"))?.data).toEqual(before);
  });

  it("changes documents of every kind", async () => {
    await db.profile.put({ key: "me", weight_unit: "kg", display_name: "Lena" } as never);
    await storeOperations(db, [
      { name: "auth.change_profile", path: {}, body: { weight_unit: "lb" }, local: null },
      { name: "exercises.change_preference", path: { exercise_id: "bench" }, body: { favourite: true }, local: null },
      { name: "exercises.create", path: {}, body: { id: "own", name: "Sled" } as never, local: null },
      {
        name: "metrics.create",
        path: {},
        body: { id: "m1", metric: "body_weight", measured_at: "2026-11-20T06:00:00Z", value: 81, unit: "kg" } as never,
        local: { local_date: "2026-11-20" },
      },
      {
        name: "templates.create",
        path: {},
        body: { id: "t1", name: "Push A", folder: "", notes: "", position: 0, exercises: [] },
        local: null,
      },
    ]);
    await storeOperations(db, [
      { name: "templates.change", path: { template_id: "t1" }, body: { name: "Push B" }, local: null },
      { name: "metrics.change", path: { metric_id: "m1" }, body: { value: 80 }, local: { local_date: null } },
      { name: "exercises.change", path: { exercise_id: "own" }, body: { name: "Prowler" }, local: null },
      { name: "exercises.change_preference", path: { exercise_id: "bench" }, body: { weight_unit: "lb" }, local: null },
    ]);
    expect(await db.profile.get("me")).toMatchObject({ weight_unit: "lb", display_name: "Lena" });
    expect(await db.exercise_preferences.get("bench")).toMatchObject({ favourite: true, weight_unit: "lb", notes: "" });
    expect(await db.exercises.get("own")).toMatchObject({ name: "Prowler", origin: "own", tracking: "weight_reps" });
    expect(await db.metrics.get("m1")).toMatchObject({ value: 80, local_date: "2026-11-20", source: "fitfolio" });
    expect(await db.templates.get("t1")).toMatchObject({ name: "Push B", rev: 0 });
    expect(currentDb()).toBe(db);
  });
});
