import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { currentDb, deleteCurrentDb } from "@/db/current.ts";
import { openDb } from "@/db/open.ts";
import type { Operation } from "./operations.ts";
import { writeOperations } from "./outbox.ts";
import { queueFile } from "./queue-file.ts";
import { buildWorkoutBody } from "./test-operations.ts";
import { findUnsaved, forgetUnsaved } from "./unsaved.ts";

const create: Operation = { name: "workouts.create", path: {}, body: buildWorkoutBody(), local: null };

function failWith(name: string, times: number): void {
  let left = times;
  currentDb().outbox.hook("creating", () => {
    if (left <= 0) return;
    left -= 1;
    throw new DOMException("It does not work.", name);
  });
}

beforeEach(() => {
  openDb(`unsaved-${crypto.randomUUID()}`);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network here")));
});
afterEach(async () => {
  forgetUnsaved(findUnsaved());
  await deleteCurrentDb();
});

describe("a change that this device cannot store", () => {
  it("stays in memory and in the file, and goes once it is stored", async () => {
    failWith("QuotaExceededError", 1);
    await expect(writeOperations([create])).rejects.toThrow("It does not work.");
    expect(findUnsaved()).toEqual([create]);
    const file = JSON.parse(await (await queueFile()).text()) as { unstored: unknown[]; queued: unknown[] };
    expect(file).toMatchObject({ format: "fitfolio-unsent-changes", queued: [], unstored: [{ name: "workouts.create" }] });
    await writeOperations(findUnsaved());
    expect(findUnsaved()).toEqual([]);
    expect(await currentDb().workouts.count()).toBe(1);
  });

  it("is kept once however often it is tried", async () => {
    failWith("QuotaExceededError", 2);
    await expect(writeOperations([create])).rejects.toThrow("It does not work.");
    await expect(writeOperations([create])).rejects.toThrow("It does not work.");
    expect(findUnsaved()).toEqual([create]);
  });
});

describe("a connection to the storage that the system has ended", () => {
  it("is opened again, and the change is stored at the second try", async () => {
    failWith("UnknownError", 1);
    await writeOperations([create]);
    expect(findUnsaved()).toEqual([]);
    expect(await currentDb().outbox.count()).toBe(1);
  });
});
