import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** Rows of a table of this device's database, read beside the app. */
export async function readTable<Row>(page: Page, table: string): Promise<readonly Row[]> {
  return page.evaluate(async (name) => {
    const found = (await indexedDB.databases()).find((one) => one.name?.startsWith("fitfolio-"));
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(found?.name ?? "");
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error ?? new Error("the database does not open")));
    });
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      const reading = db.transaction(name).objectStore(name).getAll();
      reading.addEventListener("success", () => resolve(reading.result));
      reading.addEventListener("error", () => reject(reading.error ?? new Error("the table cannot be read")));
    });
    db.close();
    return rows;
  }, table) as Promise<Row[]>;
}

export async function countUnsent(page: Page): Promise<number> {
  return (await readTable(page, "outbox")).length;
}

/** Everything of this device has reached the server. */
export async function expectSent(page: Page, timeout = 60_000): Promise<void> {
  await expect.poll(() => countUnsent(page), { timeout }).toBe(0);
}

/**
 * Queue many changes of one set as the app would have, oldest first; the row itself is left alone.
 * `unsent` operations of ten workouts' worth are a season in a cellar.
 */
export async function queueMany(page: Page, workout_id: string, set_id: string, count: number): Promise<void> {
  await page.evaluate(
    async ([workout, set, total]) => {
      const found = (await indexedDB.databases()).find((one) => one.name?.startsWith("fitfolio-"));
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(found?.name ?? "");
        opening.addEventListener("success", () => resolve(opening.result));
      });
      const transaction = db.transaction("outbox", "readwrite");
      const now = Date.now();
      const first_stamp = now * 1024;
      for (let index = 0; index < total; index += 1) {
        transaction.objectStore("outbox").add({
          key: crypto.randomUUID(),
          doc: `workout:${workout}`,
          name: "workouts.change_set",
          path: { workout_id: workout, set_id: set },
          body: { notes: `change ${index}` },
          local: null,
          stamp: first_stamp + index,
          base_rev: 0,
          made_at_ms: now,
        });
      }
      await new Promise((resolve) => {
        transaction.addEventListener("complete", resolve);
      });
      db.close();
    },
    [workout_id, set_id, count] as const,
  );
}
