import Dexie from "dexie";
import { afterEach, describe, expect, it } from "vitest";
import version1 from "./fixtures/version-1.json" with { type: "json" };
import version2 from "./fixtures/version-2.json" with { type: "json" };
import { DATABASE_PREFIX, createLocalDb } from "./schema.ts";

const names: string[] = [];

function newName(): string {
  const user_id = `upgrade-${crypto.randomUUID()}`;
  names.push(`${DATABASE_PREFIX}${user_id}`);
  return user_id;
}

afterEach(async () => {
  await Promise.all(names.splice(0).map((name) => Dexie.delete(name)));
});

/** A database as a released version left it behind: its tables and rows, without any of today's code. */
async function leaveBehind(name: string, fixture: typeof version1 | typeof version2): Promise<void> {
  const old = new Dexie(name);
  old.version(fixture.version).stores(fixture.stores);
  await old.open();
  for (const [table, rows] of Object.entries(fixture.rows)) await old.table(table).bulkPut(rows);
  old.close();
}

describe("the steps of the local database", () => {
  it("keep everything of version 1 and add what unsent changes need", async () => {
    const user_id = newName();
    await leaveBehind(`${DATABASE_PREFIX}${user_id}`, version1);
    const db = createLocalDb(user_id);
    for (const [table, rows] of Object.entries(version1.rows)) expect(await db.table(table).toArray()).toEqual(rows);
    expect(await db.workouts.where("exercise_ids").equals("bench").primaryKeys()).toEqual(["w1"]);
    for (const table of [db.outbox, db.issues, db.bases, db.recovered, db.templates]) expect(await table.count()).toBe(0);
    db.close();
  });

  it("keep everything of version 2, what is unsent too, and add programs", async () => {
    const user_id = newName();
    await leaveBehind(`${DATABASE_PREFIX}${user_id}`, version2);
    const db = createLocalDb(user_id);
    for (const [table, rows] of Object.entries(version2.rows)) expect(await db.table(table).toArray()).toEqual(rows);
    for (const table of [db.programs, db.program_versions, db.enrolments, db.library_programs]) expect(await table.count()).toBe(0);
    expect(await db.workouts.where("program.enrolment_id").equals("n1").count()).toBe(0);
    db.close();
  });

  it("stands at version 3 for a new device", async () => {
    const db = createLocalDb(newName());
    await db.open();
    expect(db.verno).toBe(3);
    db.close();
  });
});
