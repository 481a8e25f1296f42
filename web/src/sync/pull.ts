import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { markPagesStale } from "@/db/changes.ts";
import type { LocalDb } from "@/db/schema.ts";
import { transact } from "@/db/transact.ts";
import { nowMs } from "@/lib/clock.ts";
import { ok, type Result } from "@/lib/result.ts";
import { docKey, parseDocKey, type DocKind } from "./operations.ts";
import { storePulled, syncTables } from "./store-pulled.ts";
import { tableOf } from "@/db/changes.ts";
import { isWhole, keepFirstPullOpen, observeServerTime, readCheckpoint, writeCheckpoint } from "./sync-state.ts";

export type ChangeFeed = components["schemas"]["ChangeFeed"];
export type FetchChanges = (since: number) => Promise<Result<ChangeFeed, ApiError>>;

export interface Pulled {
  readonly changes: number;
}

/** What a new start clears; the profile is replaced by the feed's first document. */
const PULLED_KINDS: readonly DocKind[] = [
  "workout",
  "template",
  "program",
  "program_version",
  "enrolment",
  "exercise",
  "exercise_preference",
  "metric",
  "recovered",
];

/**
 * Bring the local database up to the server's last commit.
 *
 * Each page is stored together with its checkpoint in one transaction: a tab that dies in the
 * middle continues where it was, and never skips a row.
 */
export async function pullChanges(db: LocalDb, fetchChanges: FetchChanges): Promise<Result<Pulled, ApiError>> {
  let changes = 0;
  // Documents on a device without a pull so far are as new as the pull itself.
  const is_first = (await readCheckpoint(db)) === 0;
  let was_whole = await isWhole(db);
  let since = await readCheckpoint(db);
  let asking = ask(db, fetchChanges, since);
  for (;;) {
    const answer = await asking;
    if (!answer.ok) return answer;
    const feed = answer.value;
    if (feed.reset && since > 0) {
      await clearPulled(db);
      was_whole = false;
      since = 0;
      asking = ask(db, fetchChanges, since);
      continue;
    }
    // A server that says "more" without moving on would be asked for ever.
    const is_last = !feed.more || feed.checkpoint <= since;
    since = feed.checkpoint;
    // The next page is on its way while this one is stored.
    if (!is_last) asking = ask(db, fetchChanges, since);
    await storePage(db, feed, { marks_stale: !is_first, is_open: !is_last && !was_whole });
    changes += feed.changes.length;
    if (is_last) return ok({ changes });
  }
}

async function ask(db: LocalDb, fetchChanges: FetchChanges, since: number): Promise<Result<ChangeFeed, ApiError>> {
  const asked_at_ms = nowMs();
  const answer = await fetchChanges(since);
  if (answer.ok) await observeServerTime(db, answer.value.server_time_ms, asked_at_ms);
  return answer;
}

interface Storing {
  /** Whether cached pages may be older than what came. */
  readonly marks_stale: boolean;
  /** Whether the first pull goes on after this page. */
  readonly is_open: boolean;
}

async function storePage(db: LocalDb, feed: ChangeFeed, { marks_stale, is_open }: Storing): Promise<void> {
  await transact(db, syncTables(db), async () => {
    await storePulled(db, feed.changes);
    if (marks_stale && feed.changes.length > 0) await markPagesStale(db);
    await writeCheckpoint(db, feed.checkpoint);
    await keepFirstPullOpen(db, is_open);
  });
}

/**
 * The server no longer knows what happened since: start over. The exercise library is not part of
 * the feed, and documents with unsent changes stay as they are shown until the server has spoken.
 */
async function clearPulled(db: LocalDb): Promise<void> {
  await transact(db, syncTables(db), async () => {
    const pending = new Set((await db.outbox.toArray()).map(({ doc }) => doc));
    for (const kind of PULLED_KINDS) {
      const table = tableOf(db, kind);
      const rows = kind === "exercise" ? table.where("origin").equals("own") : table.toCollection();
      const ids = await rows.primaryKeys();
      await table.bulkDelete(ids.filter((id) => !pending.has(docKey({ kind, id }))));
    }
    const bases = await db.bases.toArray();
    await db.bases.bulkDelete(bases.filter(({ doc }) => !pending.has(doc)).map(({ doc }) => doc));
    const forgotten = bases.filter(({ doc }) => pending.has(doc) && parseDocKey(doc).kind !== "profile");
    await db.bases.bulkPut(forgotten.map((base) => ({ ...base, data: null, ahead: false })));
    await db.pages.clear();
    await writeCheckpoint(db, 0);
  });
}
