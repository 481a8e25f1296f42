import { currentDb } from "@/db/current.ts";
import type { OutboxRow } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { transact } from "@/db/transact.ts";
import { nowMs } from "@/lib/clock.ts";
import { tick } from "@/lib/hybrid-clock.ts";
import { newId } from "@/lib/ids.ts";
import { docKey, docOf, parseDocKey, type Operation } from "./operations.ts";
import { replay } from "./replay.ts";
import { requestPush } from "./scheduler.ts";
import { tableOf } from "@/db/changes.ts";
import { readDocument, writeDocument } from "./stored-documents.ts";
import { readClock, readCheckpoint, writeClock } from "./sync-state.ts";
import { forgetUnsaved, keepUnsaved } from "./unsaved.ts";

/**
 * The one door for writes: show the change and queue it for the server.
 *
 * Resolves when the changed rows and the queue are durable on this device, in one transaction:
 * either both are there after a crash, or neither. Never waits for the network. Rejects only when
 * this device cannot store anything (`QuotaExceededError`), with nothing changed; the operations
 * then stay in memory (`unsaved.ts`) for another try or an export.
 */
export async function writeOperations(operations: readonly Operation[]): Promise<void> {
  if (operations.length === 0) return;
  try {
    await storeOperations(currentDb(), operations).catch((error: unknown) => {
      if (!isLostConnection(error)) throw error;
      // iOS ends the storage process of pages in the background; by now a fresh connection is open.
      return storeOperations(currentDb(), operations);
    });
  } catch (error) {
    keepUnsaved(operations);
    throw error;
  }
  forgetUnsaved(operations);
  requestPush();
}

const LOST_CONNECTION: ReadonlySet<string> = new Set(["DatabaseClosedError", "InvalidStateError", "UnknownError"]);

function isLostConnection(error: unknown): boolean {
  return error instanceof Error && LOST_CONNECTION.has(error.name);
}

/** The transaction of `writeOperations`, without asking for a sync. */
export async function storeOperations(db: LocalDb, operations: readonly Operation[], now_ms = nowMs()): Promise<void> {
  const byDoc = Map.groupBy(operations, (operation) => docKey(docOf(operation)));
  const tables = [...new Set([...byDoc.keys()].map((key) => parseDocKey(key).kind))].map((kind) => tableOf(db, kind));
  await transact(db, [db.outbox, db.bases, db.state, ...tables], async () => {
    // Side by side: every step that waits for the one before costs a turn of the loop, and a tap waits for all.
    const [clock, base_rev] = await Promise.all([
      readClock(db),
      readCheckpoint(db),
      ...[...byDoc].map(([key, of_doc]) => storeDocument(db, key, of_doc)),
    ]);
    const ticked = tick(clock, now_ms, operations.length);
    const first_stamp = ticked.last_stamp - operations.length + 1;
    const queued = db.outbox.bulkAdd(
      operations.map((operation, index): Omit<OutboxRow, "seq"> => {
        const { name, path, body, local } = operation;
        const doc = docKey(docOf(operation));
        return {
          key: newId(now_ms),
          doc,
          name,
          path: { ...path },
          body,
          local,
          stamp: first_stamp + index,
          base_rev,
          made_at_ms: now_ms,
        };
      }),
    );
    await Promise.all([queued, writeClock(db, ticked)]);
  });
}

async function storeDocument(db: LocalDb, key: string, operations: readonly Operation[]): Promise<void> {
  const doc = parseDocKey(key);
  const [before, kept] = await Promise.all([readDocument(db, doc), db.bases.where("doc").equals(key).count()]);
  const after = replay(before, operations, before);
  await Promise.all([
    // The first unsent change of a document keeps what the server has: it comes back if all are refused.
    kept === 0 ? db.bases.add({ doc: key, data: before, ahead: false }) : undefined,
    after === before ? undefined : writeDocument(db, doc, after),
  ]);
}
