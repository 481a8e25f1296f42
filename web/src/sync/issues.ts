import { currentDb } from "@/db/current.ts";
import type { IssueRow, OutboxRow } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { transact } from "@/db/transact.ts";
import { docKey, parseDocKey } from "./operations.ts";
import { replay } from "./replay.ts";
import { requestSync } from "./scheduler.ts";
import { syncTables } from "./store-pulled.ts";
import { readDocument, writeDocument } from "./stored-documents.ts";
import { toOperation } from "./to-operation.ts";

/**
 * Send refused changes once more, corrected or as they are. They are shown and queued again, in
 * their old order, under their old keys and stamps.
 */
export async function retryIssues(issues: readonly IssueRow[]): Promise<void> {
  const db = currentDb();
  await transact(db, syncTables(db), async () => {
    for (const issue of issues.toSorted((a, b) => a.seq - b.seq)) await requeue(db, issue);
  });
  void requestSync();
}

async function requeue(db: LocalDb, issue: IssueRow): Promise<void> {
  const { code: _code, detail: _detail, refused_at_ms: _refused_at_ms, seq: _seq, ...item } = issue;
  const doc = parseDocKey(issue.doc);
  const row = await readDocument(db, doc);
  if (!(await db.bases.get(docKey(doc)))) await db.bases.put({ doc: issue.doc, data: row, ahead: false });
  await writeDocument(db, doc, replay(row, [toOperation(issue)], row));
  await db.issues.delete(issue.key);
  await db.outbox.add(item satisfies Omit<OutboxRow, "seq">);
}

/** Give refused changes up. They are on no server and then on no device: the caller has asked. */
export async function discardIssues(keys: readonly string[]): Promise<void> {
  await currentDb().issues.bulkDelete([...keys]);
}

/** Undo of `discardIssues`. */
export async function keepIssues(issues: readonly IssueRow[]): Promise<void> {
  await currentDb().issues.bulkPut([...issues]);
}
