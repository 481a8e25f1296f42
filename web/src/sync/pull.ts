import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { changeTables, markPagesStale, storeChanges } from "@/db/changes.ts";
import type { LocalDb } from "@/db/schema.ts";
import { ok, type Result } from "@/lib/result.ts";
import { readCheckpoint, writeCheckpoint } from "./sync-state.ts";

export type ChangeFeed = components["schemas"]["ChangeFeed"];
export type FetchChanges = (since: number) => Promise<Result<ChangeFeed, ApiError>>;

export interface Pulled {
  readonly changes: number;
}

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
  for (;;) {
    const since = await readCheckpoint(db);
    const answer = await fetchChanges(since);
    if (!answer.ok) return answer;
    const feed = answer.value;
    if (feed.reset && since > 0) {
      await clearPulled(db);
      continue;
    }
    await storePage(db, feed, !is_first);
    changes += feed.changes.length;
    // A server that says "more" without moving on would be asked for ever.
    if (!feed.more || feed.checkpoint <= since) return ok({ changes });
  }
}

async function storePage(db: LocalDb, feed: ChangeFeed, marks_stale: boolean): Promise<void> {
  await db.transaction("rw", changeTables(db), async () => {
    await storeChanges(db, feed.changes);
    if (marks_stale && feed.changes.length > 0) await markPagesStale(db);
    await writeCheckpoint(db, feed.checkpoint);
  });
}

/** The server no longer knows what happened since: start over. The exercise library is not part of the feed. */
async function clearPulled(db: LocalDb): Promise<void> {
  await db.transaction("rw", changeTables(db), async () => {
    await Promise.all([db.workouts.clear(), db.metrics.clear(), db.exercise_preferences.clear(), db.pages.clear()]);
    await db.exercises.where("origin").equals("own").delete();
    await writeCheckpoint(db, 0);
  });
}
