import { createStore, useStore } from "@/lib/store.ts";
import { createLocalDb, type LocalDb } from "./schema.ts";

const current = createStore<LocalDb | null>(null);

/** Open the database of an account and make it the one every component reads. */
export function openDb(user_id: string): LocalDb {
  const open = current.get();
  const db = createLocalDb(user_id);
  if (open?.name === db.name) return open;
  open?.close();
  // iOS ends the storage process of pages in the background; a fresh connection is all it takes.
  db.on("close", () => {
    if (current.get() === db) current.set(createLocalDb(user_id));
  });
  current.set(db);
  // Opening takes as long as painting the first page: begin now. Whoever reads first reports a failure.
  db.open().catch(() => undefined);
  return db;
}

/** Forget everything of the current account on this device. Unsent work must be dealt with before. */
export async function deleteCurrentDb(): Promise<void> {
  const db = current.get();
  current.set(null);
  await db?.delete();
}

export function closeDb(): void {
  const db = current.get();
  current.set(null);
  db?.close();
}

/** The open database. Throws before sign-in: nothing that needs data runs there. */
export function currentDb(): LocalDb {
  const db = current.get();
  if (!db) throw new Error("no local database is open");
  return db;
}

export function findDb(): LocalDb | null {
  return current.get();
}

/** Called whenever another database, or none, is the open one. */
export function onDbChange(listener: () => void): () => void {
  return current.subscribe(listener);
}

export function useDb(): LocalDb | null {
  return useStore(current);
}
