import { tableOf } from "@/db/changes.ts";
import type { LocalDb } from "@/db/schema.ts";
import type { Doc } from "./operations.ts";

export async function readDocument(db: LocalDb, { kind, id }: Doc): Promise<object | null> {
  return (await tableOf(db, kind).get(id)) ?? null;
}

/** Null deletes. */
export async function writeDocument(db: LocalDb, { kind, id }: Doc, row: object | null): Promise<void> {
  if (row === null) await tableOf(db, kind).delete(id);
  else await tableOf(db, kind).put(row);
}
