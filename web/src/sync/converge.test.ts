import { afterEach, describe, expect, it } from "vitest";
import type { WorkoutRow } from "@/db/documents.ts";
import { createLocalDb, type LocalDb } from "@/db/schema.ts";
import type { Operation } from "./operations.ts";
import { storeOperations } from "./outbox.ts";
import { pullChanges } from "./pull.ts";
import { pushOutbox } from "./push.ts";
import { replay } from "./replay.ts";
import { setsOf } from "./test-operations.ts";
import { CREATE, pick, randomOperation, seeded, type Deleted, type Random } from "./test-random.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/** A random list of operations as one device would make them, each on what it shows then. */
function randomHistory(random: Random, length: number): { operations: Operation[]; rows: WorkoutRow[] } {
  const deleted: Deleted = [];
  const operations: Operation[] = [CREATE];
  const rows = [replay(null, [CREATE], null) as WorkoutRow];
  for (let step = 0; step < length; step += 1) {
    const row = rows.at(-1) ?? null;
    const operation = randomOperation(random, row, deleted, `${step}`);
    if (!operation) continue;
    operations.push(operation);
    rows.push(replay(row, [operation], row) as WorkoutRow);
  }
  return { operations, rows };
}

/** Everything but places: which of two edits of an order comes last is the server's to say. */
function contents(row: WorkoutRow | null) {
  return row?.exercises
    .map(({ id, notes, sets }) => ({ id, notes, sets: sets.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

describe("replaying unsent operations", () => {
  it("gives the same contents over a document that holds any part of them already", () => {
    for (const seed of SEEDS) {
      const { operations, rows } = randomHistory(seeded(seed), 30);
      const last = rows.at(-1) ?? null;
      for (const row of rows) expect(contents(replay(row, operations, last) as WorkoutRow), `seed ${seed}`).toEqual(contents(last));
    }
  });

  it("never loses a set that was logged here, whatever another device did to the document", () => {
    for (const seed of SEEDS) {
      const random = seeded(seed);
      const { operations: all, rows } = randomHistory(random, 20);
      const split = Math.floor(random() * all.length);
      const here = rows.at(-1) ?? null;
      const base = rows[split] ?? null;
      const others: Deleted = [];
      let theirs = base;
      for (let step = 0; step < 15; step += 1) {
        const operation = randomOperation(random, theirs, others, `other-${step}`);
        if (operation) theirs = replay(theirs, [operation], theirs) as WorkoutRow;
      }
      const merged = replay(theirs, all.slice(split + 1), here);
      const kept = new Set(setsOf(merged).map(({ id }) => id));
      const deleted_there = new Set(others.map(({ set }) => set.id));
      const lost = setsOf(here).filter(({ id }) => !kept.has(id) && !deleted_there.has(id));
      expect(lost, `seed ${seed}`).toEqual([]);
    }
  });
});

interface Device {
  readonly db: LocalDb;
  readonly deleted: Deleted;
}

const open: LocalDb[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((db) => db.delete()));
});

function newDevice(): Device {
  const db = createLocalDb(`converge-${crypto.randomUUID()}`);
  open.push(db);
  return { db, deleted: [] };
}

async function syncUntilQuiet(devices: readonly Device[], server: TestServer): Promise<void> {
  server.faults.splice(0);
  for (let round = 0; round < 2; round += 1) {
    for (const { db } of devices) {
      await pushOutbox(db, server.send);
      await pullChanges(db, server.fetchChanges);
    }
  }
}

describe("two devices and a line that fails", () => {
  for (const seed of [11, 12, 13, 14, 15, 16]) {
    it(`end with what the server has, and with every operation done once (seed ${seed})`, { timeout: 30_000 }, async () => {
      const random = seeded(seed);
      const server = startTestServer(3);
      const devices = [newDevice(), newDevice()];
      const [first] = devices;
      if (!first) throw new Error("there are two devices");
      await storeOperations(first.db, [CREATE]);
      await syncUntilQuiet(devices, server);
      for (let step = 0; step < 60; step += 1) {
        const device = pick(random, devices);
        const operation = randomOperation(random, (await device.db.workouts.get("w1")) ?? null, device.deleted, `${seed}-${step}`);
        if (operation) await storeOperations(device.db, [operation]);
        if (random() < 0.3) server.faults.push(pick(random, ["lost_request", "lost_answer"] as const));
        if (random() < 0.3) await pushOutbox(device.db, server.send);
        if (random() < 0.3) await pullChanges(device.db, server.fetchChanges);
      }
      await syncUntilQuiet(devices, server);
      const truth = server.document("workout:w1");
      for (const { db } of devices) {
        expect(await db.workouts.get("w1")).toEqual(truth);
        expect(await db.outbox.count()).toBe(0);
        expect(await db.issues.count()).toBe(0);
        expect(await db.bases.count()).toBe(0);
      }
      expect(new Set(server.applied).size).toBe(server.applied.length);
    });
  }
});
