import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiError } from "@/api/problem.ts";
import { deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import type { LocalDb } from "@/db/schema.ts";
import { discardIssues, retryIssues } from "./issues.ts";
import type { Operation, SetFields } from "./operations.ts";
import { storeOperations } from "./outbox.ts";
import { pullChanges } from "./pull.ts";
import { pushOutbox, type Pace } from "./push.ts";
import { readClock } from "./sync-state.ts";
import { buildSetBody, buildWorkoutBody, findSet, setsOf } from "./test-operations.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

const create: Operation = { name: "workouts.create", path: {}, body: buildWorkoutBody(), local: null };
const logSet = (id: string, entry_id = "e1"): Operation => ({
  name: "workouts.log_set",
  path: { workout_id: "w1", entry_id },
  body: buildSetBody({ id, position: 5 }),
  local: null,
});
const changeSet = (set_id: string, body: SetFields): Operation => ({
  name: "workouts.change_set",
  path: { workout_id: "w1", set_id },
  body,
  local: null,
});
const problem = (status: number, code = "some.code"): ApiError => ({ code, status, detail: "" });

let db: LocalDb;
let server: TestServer;
let pace: Pace;
const push = () => pushOutbox(db, server.send, pace);
const pull = () => pullChanges(db, server.fetchChanges);
const workout = async () => (await db.workouts.get("w1")) ?? null;

beforeEach(() => {
  db = openDb(`push-${crypto.randomUUID()}`);
  server = startTestServer();
  pace = { size: 200 };
  // What is tried again asks for a sync by itself; here the tests decide when.
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network here")));
});
afterEach(() => deleteCurrentDb());

describe("pushOutbox", () => {
  it("sends what is queued in order and empties the queue", async () => {
    await storeOperations(db, [create, logSet("s8"), logSet("s9")]);
    expect(await push()).toEqual({ ok: true, value: { applied: 3, refused: 0 } });
    expect(await db.outbox.count()).toBe(0);
    await pull();
    expect(await workout()).toEqual(server.document("workout:w1"));
    expect(await db.bases.count()).toBe(0);
  });

  it("goes on after a lost answer without doing anything twice", async () => {
    await storeOperations(db, [create, logSet("s9")]);
    server.faults.push("lost_answer");
    expect(await push()).toMatchObject({ ok: false, error: { status: 0 } });
    expect(await db.outbox.count()).toBe(2);
    await push();
    await pull();
    expect(server.applied).toHaveLength(2);
    expect(setsOf(await workout()).map(({ id }) => id)).toEqual(["s1", "s9", "s2"]);
  });

  it("goes on in the middle of ten thousand operations", { timeout: 60_000 }, async () => {
    await storeOperations(db, [create]);
    const notes = Array.from({ length: 9_999 }, (_, index) => changeSet("s1", { notes: `${index}` }));
    await storeOperations(db, notes);
    const sends: typeof server.send = (request) =>
      server.batches.length === 20 ? Promise.resolve(diedHere) : server.send(request);
    const diedHere = { ok: false, error: problem(0) } as const;
    await pushOutbox(db, sends, pace);
    expect(await db.outbox.count()).toBe(10_000 - 20 * 200);
    await push();
    await pull();
    expect(await db.outbox.count()).toBe(0);
    expect(findSet(await workout(), "s1")?.notes).toBe("9998");
    expect(server.batches).toHaveLength(50);
  });

  it("puts a refused operation aside with its reason and sends those behind it", async () => {
    await storeOperations(db, [create, changeSet("s1", { weight: 9999 }), changeSet("s1", { reps: 8 })]);
    server.refuses = (name, body) => name === "workouts.change_set" && (body as SetFields).weight === 9999;
    expect(await push()).toEqual({ ok: true, value: { applied: 2, refused: 1 } });
    expect(await db.issues.toArray()).toMatchObject([
      { name: "workouts.change_set", body: { weight: 9999 }, code: "request.invalid", detail: "No.", doc: "workout:w1" },
    ]);
    await pull();
    expect(findSet(await workout(), "s1")).toMatchObject({ weight: 100, reps: 8 });
  });

  it("shows the server's row again at once when everything unsent of it was refused", async () => {
    await storeOperations(db, [create]);
    await push();
    await pull();
    const before = await workout();
    await storeOperations(db, [changeSet("s1", { reps: 2000 })]);
    server.refuses = () => true;
    await push();
    expect(await workout()).toEqual(before);
    expect(await db.bases.count()).toBe(0);
  });

  it("keeps what was confirmed but not pulled yet when a later operation is refused", async () => {
    await storeOperations(db, [create]);
    await push();
    await pull();
    await storeOperations(db, [logSet("s9")]);
    await push();
    await storeOperations(db, [changeSet("s1", { reps: 2000 })]);
    server.refuses = () => true;
    await push();
    expect(findSet(await workout(), "s9")).toBeDefined();
    await pull();
    expect(findSet(await workout(), "s9")).toBeDefined();
    expect(findSet(await workout(), "s1")?.reps).toBe(5);
  });

  it("takes a refused operation back in, corrected, or lets it go", async () => {
    await storeOperations(db, [create, changeSet("s1", { weight: 9999 }), logSet("s9", "nowhere")]);
    server.refuses = (_name, body) => (body as SetFields | null)?.weight === 9999;
    await push();
    await pull();
    const [wrong] = await db.issues.where("doc").equals("workout:w1").toArray();
    if (!wrong) throw new Error("it was refused");
    await retryIssues([{ ...wrong, body: { weight: 99 } }]);
    expect(findSet(await workout(), "s1")?.weight).toBe(99);
    await push();
    await pull();
    expect(findSet(server.document("workout:w1"), "s1")?.load_kg).toBe(99);
    await discardIssues((await db.issues.toCollection().primaryKeys()) as string[]);
    expect(await db.issues.count()).toBe(0);
  });

  it("sends less at a time when the server says that it was too much", async () => {
    await storeOperations(db, [create, ...Array.from({ length: 299 }, (_, index) => changeSet("s1", { notes: `${index}` }))]);
    server.faults.push(problem(413), problem(413));
    expect(await push()).toMatchObject({ ok: true });
    expect(server.batches).toEqual([200, 100, 50, 100, 150]);
  });

  it("waits when the server is busy, and comes back with half as much", async () => {
    await storeOperations(db, [create, ...Array.from({ length: 99 }, (_, index) => changeSet("s1", { notes: `${index}` }))]);
    server.faults.push({ ...problem(429), retry_after_s: 7 });
    expect(await push()).toMatchObject({ ok: false, error: { status: 429, retry_after_s: 7 } });
    await push();
    expect(server.batches).toEqual([100, 50, 50]);
  });

  it("finds the one operation that makes a request unacceptable", async () => {
    await storeOperations(db, [create, changeSet("s1", { notes: "poison" }), changeSet("s1", { reps: 8 })]);
    const strict: typeof server.send = (request) =>
      request.operations.some(({ body }) => (body as SetFields | null)?.notes === "poison")
        ? Promise.resolve({ ok: false, error: problem(422, "request.invalid") })
        : server.send(request);
    expect(await pushOutbox(db, strict, pace)).toEqual({ ok: true, value: { applied: 2, refused: 1 } });
    expect(await db.issues.toArray()).toMatchObject([{ body: { notes: "poison" }, code: "request.invalid" }]);
  });

  for (const [status, code] of [
    [0, "network.unreachable"],
    [401, "auth.required"],
    [403, "request.csrf"],
    [409, "sync.schema_unsupported"],
    [500, "server.failed"],
    [503, "server.busy"],
  ] as const) {
    it(`keeps everything after ${status} ${code}`, async () => {
      await storeOperations(db, [create, logSet("s9")]);
      server.faults.push(problem(status, code));
      expect(await push()).toMatchObject({ ok: false, error: { code } });
      expect(await db.outbox.count()).toBe(2);
      expect(await db.issues.count()).toBe(0);
      expect(findSet(await workout(), "s9")).toBeDefined();
    });
  }

  it("ends when an answer names nothing that was sent", async () => {
    await storeOperations(db, [create]);
    const confused: typeof server.send = () =>
      Promise.resolve({ ok: true, value: { results: [], server_time_ms: 1, revision: 1 } });
    expect(await pushOutbox(db, confused, pace)).toMatchObject({ ok: false, error: { status: 500 } });
    expect(await db.outbox.count()).toBe(1);
  });

  it("learns the server's time", async () => {
    await storeOperations(db, [create]);
    const ahead: typeof server.send = async (request) => {
      const answer = await server.send(request);
      return answer.ok ? { ok: true, value: { ...answer.value, server_time_ms: Date.now() + 86_400_000 } } : answer;
    };
    await pushOutbox(db, ahead, pace);
    expect((await readClock(db)).offset_ms).toBeGreaterThan(86_390_000);
  });
});

describe("a pull with unsent changes", () => {
  it("shows the other device's edit and keeps the own one on top", async () => {
    await storeOperations(db, [create]);
    await push();
    await pull();
    await storeOperations(db, [changeSet("s1", { reps: 8 })]);
    const theirs = structuredClone(server.document("workout:w1")) as { title: string };
    server.write("workout:w1", { ...theirs, title: "Pull" });
    await pull();
    expect(await workout()).toMatchObject({ title: "Pull" });
    expect(findSet(await workout(), "s1")?.reps).toBe(8);
    expect(await db.outbox.count()).toBe(1);
  });

  it("keeps a workout that was deleted elsewhere until the server has decided about the edit", async () => {
    await storeOperations(db, [create]);
    await push();
    await pull();
    await storeOperations(db, [logSet("s9")]);
    server.write("workout:w1", null);
    await pull();
    expect(findSet(await workout(), "s9")).toBeDefined();
    await push();
    expect(await workout()).toBeNull();
    expect(await db.issues.count()).toBe(1);
  });

  it("follows the server where it kept another device's value", async () => {
    await storeOperations(db, [create]);
    await push();
    await pull();
    const keeps: typeof server.send = (request) =>
      Promise.resolve({
        ok: true,
        value: {
          results: request.operations.map(({ key }) => ({ key, status: "applied", rev: 1, code: null, detail: null })),
          server_time_ms: Date.now(),
          revision: 1,
        },
      });
    await storeOperations(db, [changeSet("s1", { reps: 8 })]);
    await pushOutbox(db, keeps, pace);
    expect(findSet(await workout(), "s1")?.reps).toBe(5);
  });

  it("keeps what is queued when the server asks to start over", async () => {
    await storeOperations(db, [create]);
    await push();
    await pull();
    await storeOperations(db, [logSet("s9"), { ...create, body: buildWorkoutBody({ id: "w2", exercises: [] }) }]);
    server.wipe();
    await pull();
    expect(await db.outbox.count()).toBe(2);
    expect(findSet(await workout(), "s9")).toBeDefined();
    await push();
    await pull();
    expect(server.document("workout:w2")).not.toBeNull();
    expect(await db.issues.toArray()).toMatchObject([{ name: "workouts.log_set", code: "workouts.not_found" }]);
  });

  it("keeps an unsent choice of the profile over a fetched one", async () => {
    await db.profile.put({ key: "me", weight_unit: "kg", email: "lena@example.org" } as never);
    await storeOperations(db, [{ name: "auth.change_profile", path: {}, body: { weight_unit: "lb" }, local: null }]);
    server.write("profile:u1", { id: "u1", weight_unit: "kg", week_start: 7 });
    await pull();
    expect(await db.profile.get("me")).toMatchObject({ weight_unit: "lb", week_start: 7, email: "lena@example.org" });
  });
});
