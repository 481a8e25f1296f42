import type { Page } from "@playwright/test";

/** Runs in the page: helpers that look at the app's database beside the app. */
export async function installDatabaseHelpers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = async () => {
      const found = (await indexedDB.databases()).find((one) => one.name?.startsWith("fitfolio-"));
      if (!found?.name) return null;
      const { name } = found;
      return new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener("success", () => resolve(opening.result));
        opening.addEventListener("error", () => reject(new Error("the database does not open")));
      });
    };
    const ask = async <T>(table: string, request: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> => {
      const db = await open();
      if (!db?.objectStoreNames.contains(table)) return null;
      const answer = await new Promise<T>((resolve, reject) => {
        const asked = request(db.transaction(table).objectStore(table));
        asked.addEventListener("success", () => resolve(asked.result));
        asked.addEventListener("error", () => reject(new Error("the table cannot be read")));
      });
      db.close();
      return answer;
    };
    const until = async (is_so: () => Promise<boolean>, every_ms: number) => {
      // One look at a time, as often as the page lets us.
      // oxlint-disable-next-line no-await-in-loop
      while (!(await is_so())) await new Promise((resolve) => setTimeout(resolve, every_ms));
      return performance.now();
    };
    Object.assign(globalThis, { bench_open: open, bench_ask: ask, bench_until: until });
  });
}

/** Milliseconds from the start of the navigation until the pull has reached a revision. */
export function timeUntilPulled(page: Page, revision: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    const { bench_ask: ask, bench_until: until } = globalThis as never as BenchHelpers;
    return until(async () => {
      const row = (await ask("state", (store) => store.get("checkpoint"))) as { value: number } | null;
      return (row?.value ?? 0) >= wanted;
    }, 50);
  }, revision);
}

/** Milliseconds from the start of the navigation until nothing is queued. */
export function timeUntilSent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { bench_ask: ask, bench_until: until } = globalThis as never as BenchHelpers;
    return until(async () => (await ask("outbox", (store) => store.count())) === 0, 50);
  });
}

/** Queue changes of a set as the app would have made them without a network. */
export async function queueChanges(page: Page, workout_id: string, set_id: string, count: number): Promise<void> {
  await page.evaluate(
    async ([workout, set, total]) => {
      const db = await (globalThis as never as BenchHelpers).bench_open();
      if (!db) throw new Error("there is no database");
      const transaction = db.transaction("outbox", "readwrite");
      const now = Date.now();
      for (let index = 0; index < total; index += 1) {
        transaction.objectStore("outbox").add({
          key: crypto.randomUUID(),
          doc: `workout:${workout}`,
          name: "workouts.change_set",
          path: { workout_id: workout, set_id: set },
          body: { notes: `change ${index}` },
          local: null,
          stamp: now * 1024 + index,
          base_rev: 0,
          made_at_ms: now,
        });
      }
      await new Promise((resolve) => transaction.addEventListener("complete", resolve));
      db.close();
    },
    [workout_id, set_id, count] as const,
  );
}

interface BenchHelpers {
  readonly bench_open: () => Promise<IDBDatabase | null>;
  readonly bench_ask: (table: string, request: (store: IDBObjectStore) => IDBRequest) => Promise<unknown>;
  readonly bench_until: (is_so: () => Promise<boolean>, every_ms: number) => Promise<number>;
}
