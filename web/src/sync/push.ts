import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import type { IssueRow, OutboxRow } from "@/db/documents.ts";
import type { LocalDb } from "@/db/schema.ts";
import { transact } from "@/db/transact.ts";
import { nowMs } from "@/lib/clock.ts";
import { err, ok, type Result } from "@/lib/result.ts";
import { parseDocKey } from "./operations.ts";
import { rebuildFromBase, syncTables } from "./store-pulled.ts";
import { observeServerTime, readCheckpoint, readDeviceId } from "./sync-state.ts";

/** Version of the request that this app writes; the server also takes the one before its own. */
export const PUSH_SCHEMA = 1;
/** Most operations in one request, as the server allows. */
export const BATCH_SIZE = 200;

type Wire = Pick<OutboxRow, "key" | "name" | "path" | "body" | "stamp" | "base_rev">;

export interface PushRequest {
  readonly device_id: string;
  readonly schema: number;
  readonly operations: Wire[];
}

export type PushResult = components["schemas"]["PushResult"];
export type PushAnswer = components["schemas"]["PushAnswer"];

export type SendOperations = (request: PushRequest) => Promise<Result<PushAnswer, ApiError>>;

export interface Pushed {
  readonly applied: number;
  readonly refused: number;
}

const MALFORMED: ReadonlySet<number> = new Set([400, 422]);
/** A request without an answer after this long may simply be too large for the line [ms]. */
const SLOW_MS = 20_000;

/**
 * Send what is queued, oldest first, until nothing is left.
 *
 * Each answer is stored in one transaction, so a tab that dies in the middle goes on with the next
 * run; what was sent but not confirmed is sent again under the same keys. A refused operation goes
 * to the issues and never holds up those behind it. On failure everything unconfirmed stays queued.
 */
export async function pushOutbox(db: LocalDb, send: SendOperations, pace = sharedPace): Promise<Result<Pushed, ApiError>> {
  const device_id = await readDeviceId(db);
  const total = { applied: 0, refused: 0 };
  let after_seq = 0;
  let settling: Promise<Pushed> = Promise.resolve(total);
  const finishSettling = async () => {
    const settled = await settling;
    settling = Promise.resolve({ applied: 0, refused: 0 });
    total.applied += settled.applied;
    total.refused += settled.refused;
    return settled.applied + settled.refused;
  };
  for (;;) {
    // Behind those that are still being settled: storing one answer and waiting for the next go together.
    const batch = await db.outbox.where("seq").above(after_seq).limit(pace.size).toArray();
    const [first, last] = [batch[0], batch.at(-1)];
    if (!first || !last) {
      await finishSettling();
      return ok(total);
    }
    const asked_at_ms = nowMs();
    const answer = await send({ device_id, schema: PUSH_SCHEMA, operations: batch.map(toWire) });
    await finishSettling();
    if (!answer.ok) {
      if (!(await yieldTo(db, batch, answer.error, nowMs() - asked_at_ms, pace))) return answer;
      total.refused += batch.length === 1 ? 1 : 0;
      continue;
    }
    pace.size = Math.min(BATCH_SIZE, pace.size * 2);
    const answered = new Set(answer.value.results.map(({ key }) => key));
    // What an answer leaves out is sent again; an answer about nothing would go on for ever.
    const unanswered = batch.find(({ key }) => !answered.has(key));
    if (unanswered === first) return err(MEANINGLESS);
    settling = settle(db, batch, answer.value, asked_at_ms);
    // A failure is seen where it is awaited; until then it is nobody's surprise.
    settling.catch(() => undefined);
    after_seq = unanswered ? unanswered.seq - 1 : last.seq;
  }
}

/** How many operations go into one request: fewer after one that was too much, then more again. */
export interface Pace {
  size: number;
}

const sharedPace: Pace = { size: BATCH_SIZE };

/** Whether to go on at once after a request that failed as a whole. */
async function yieldTo(db: LocalDb, batch: readonly OutboxRow[], error: ApiError, took_ms: number, pace: Pace): Promise<boolean> {
  const timed_out = error.status === 0 && took_ms > SLOW_MS;
  const is_the_request = error.status === 413 || MALFORMED.has(error.status);
  if (is_the_request || error.status === 429 || timed_out) pace.size = Math.ceil(batch.length / 2);
  // Alone and still not acceptable: this operation is the reason.
  if (is_the_request && batch.length === 1) await refuse(db, batch, error);
  return is_the_request;
}

const MEANINGLESS: ApiError = {
  code: "server.failed",
  status: 500,
  detail: "The server's answer names no operation that was sent.",
};

function toWire({ key, name, path, body, stamp, base_rev }: OutboxRow): Wire {
  return { key, name, path, body, stamp, base_rev };
}

async function settle(db: LocalDb, batch: readonly OutboxRow[], answer: PushAnswer, asked_at_ms: number): Promise<Pushed> {
  const resultByKey = new Map(answer.results.map((result) => [result.key, result]));
  const answered = batch.flatMap((item) => {
    const result = resultByKey.get(item.key);
    return result ? [{ item, result }] : [];
  });
  await transact(db, syncTables(db), async () => {
    const checkpoint = await readCheckpoint(db);
    await db.outbox.bulkDelete(answered.map(({ item }) => item.seq));
    const refused = answered.filter(({ result }) => result.status === "refused");
    await storeIssues(
      db,
      refused.map(({ item, result }) => ({ item, code: result.code ?? "request.invalid", detail: result.detail ?? "" })),
    );
    for (const [key, of_doc] of Map.groupBy(answered, ({ item }) => item.doc)) {
      await settleDocument(
        db,
        key,
        of_doc.some(({ result }) => result.status === "applied" && (result.rev === null || result.rev > checkpoint)),
      );
    }
    await observeServerTime(db, answer.server_time_ms, asked_at_ms);
  });
  const refused = answered.filter(({ result }) => result.status === "refused").length;
  return { applied: answered.length - refused, refused };
}

/** `is_ahead`: the server has something that only the next pull brings. */
async function settleDocument(db: LocalDb, key: string, is_ahead: boolean): Promise<void> {
  const base = await db.bases.get(key);
  if (!base) return;
  if (!is_ahead && !base.ahead) return rebuildFromBase(db, parseDocKey(key));
  if (!base.ahead) await db.bases.put({ ...base, ahead: true });
}

async function refuse(db: LocalDb, batch: readonly OutboxRow[], error: ApiError): Promise<void> {
  await transact(db, syncTables(db), async () => {
    await db.outbox.bulkDelete(batch.map(({ seq }) => seq));
    await storeIssues(
      db,
      batch.map((item) => ({ item, code: error.code, detail: error.detail })),
    );
    for (const { doc } of batch) await settleDocument(db, doc, false);
  });
}

interface Refusal {
  readonly item: OutboxRow;
  readonly code: string;
  readonly detail: string;
}

async function storeIssues(db: LocalDb, refusals: readonly Refusal[]): Promise<void> {
  // A message that is already gone needs nobody's decision.
  const lasting = refusals.filter(({ item }) => item.name !== "sync.dismiss_recovered");
  const refused_at_ms = nowMs();
  await db.issues.bulkPut(lasting.map(({ item, code, detail }): IssueRow => ({ ...item, code, detail, refused_at_ms })));
}
