import type { Table } from "dexie";
import type { LocalDb } from "./schema.ts";

/**
 * Read and write in one transaction: all of it or nothing.
 *
 * Waits until the database is open. A transaction that is begun while a new database is still being
 * made ends before its work does (Dexie loses sight of it), and the work fails after it was done.
 */
export async function transact<T>(db: LocalDb, tables: readonly Table[], work: () => Promise<T>): Promise<T> {
  await db.open();
  // An async function: Dexie follows the awaits of no other kind.
  return db.transaction("rw", [...tables], async () => work());
}
