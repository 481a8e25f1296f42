import { createStore, useStore } from "@/lib/store.ts";
import type { LocalDb } from "./schema.ts";

// Without a word of Dexie: who is not signed in has no database, and does not load the code for one.
const current = createStore<LocalDb | null>(null);

/** Make this database, or none, the one that every component reads. The one before is the caller's to close. */
export function setCurrentDb(db: LocalDb | null): void {
  current.set(db);
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
