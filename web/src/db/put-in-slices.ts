import type { Table } from "dexie";

/**
 * Put many rows without holding up the page: storing a row copies it on the main thread, and each
 * awaited slice ends a task. Inside a transaction it stays one transaction.
 */
export async function putInSlices<T>(table: Table<T, string>, rows: readonly T[], slice_size: number): Promise<void> {
  for (let start = 0; start < rows.length; start += slice_size) await table.bulkPut(rows.slice(start, start + slice_size));
}
