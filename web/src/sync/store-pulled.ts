import { changeTables, storeChanges, toRow, type Change } from "@/db/changes.ts";
import type { OutboxRow } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { transact } from "@/db/transact.ts";
import { docKey, type Doc } from "./operations.ts";
import { replay } from "./replay.ts";
import { readDocument, writeDocument } from "./stored-documents.ts";
import { toOperation } from "./to-operation.ts";

/** Tables that a pull, an answer to a push or a refusal can touch. */
export function syncTables(db: LocalDb) {
  return [...changeTables(db), db.outbox, db.bases, db.issues];
}

/**
 * Store what the server says, with what this device has not sent yet replayed on top.
 *
 * Must run in a transaction over `syncTables`: what is queued meanwhile waits for it.
 */
export async function storePulled(db: LocalDb, changes: readonly Change[]): Promise<void> {
  const pending = await pendingAmong(db, changes.map(keyOf));
  const plain = pending.size === 0 ? changes : changes.filter((change) => !pending.has(keyOf(change)));
  await storeChanges(db, plain);
  // Nothing unsent is left there: the stored row is the server's.
  await db.bases.bulkDelete(plain.map(keyOf));
  if (pending.size === 0) return;
  for (const change of changes) if (pending.has(keyOf(change))) await storeUnderPending(db, change);
}

/** Which of these documents have unsent changes. Nearly always nothing is queued at all. */
async function pendingAmong(db: LocalDb, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if ((await db.outbox.count()) === 0) return new Set();
  const pending = new Set<string>();
  for (const key of new Set(keys)) if ((await db.outbox.where("doc").equals(key).count()) > 0) pending.add(key);
  return pending;
}

/** Store a document fetched by itself. */
export async function storeFetched(db: LocalDb, change: Change): Promise<void> {
  await transact(db, syncTables(db), () => storePulled(db, [change]));
}

async function storeUnderPending(db: LocalDb, change: Change): Promise<void> {
  const doc = docOfChange(change);
  const key = docKey(doc);
  const current = await readDocument(db, doc);
  const base = await db.bases.get(key);
  // The feed's profile lacks the fields of the session.
  const kept = doc.kind === "profile" ? (base?.data ?? current) : null;
  const data = change.data === null ? null : { ...kept, ...toRow(change, change.data) };
  await db.bases.put({ doc: key, data, ahead: false });
  await writeDocument(db, doc, replay(data, (await pendingOf(db, key)).map(toOperation), current));
}

/** Show a document as the server has it, with only what is still queued on top. */
export async function rebuildFromBase(db: LocalDb, doc: Doc): Promise<void> {
  const key = docKey(doc);
  const base = await db.bases.get(key);
  if (!base) return;
  const pending = await pendingOf(db, key);
  await writeDocument(db, doc, replay(base.data, pending.map(toOperation), null));
  if (pending.length === 0) await db.bases.delete(key);
}

/** Unsent changes of one document, oldest first. */
export async function pendingOf(db: LocalDb, key: string): Promise<OutboxRow[]> {
  return db.outbox.where("doc").equals(key).sortBy("seq");
}

function docOfChange({ kind, id }: Change): Doc {
  return kind === "profile" ? { kind, id: "me" } : { kind, id };
}

const keyOf = (change: Change): string => docKey(docOfChange(change));
