import { findDb, setCurrentDb } from "./current.ts";
import { createLocalDb, type LocalDb } from "./schema.ts";

/** Open the database of an account and make it the one every component reads. */
export function openDb(user_id: string): LocalDb {
  const open = findDb();
  const db = createLocalDb(user_id);
  if (open?.name === db.name) return open;
  open?.close();
  // iOS ends the storage process of pages in the background; a fresh connection is all it takes.
  db.on("close", () => {
    if (findDb() === db) setCurrentDb(createLocalDb(user_id));
  });
  setCurrentDb(db);
  // Opening takes as long as painting the first page: begin now. Whoever reads first reports a failure.
  db.open().catch(() => undefined);
  return db;
}
