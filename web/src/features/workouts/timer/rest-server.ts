import { api } from "@/api/client.ts";
import { findDb } from "@/db/current.ts";
import { toIso } from "@/lib/clock.ts";
import { readClock } from "@/sync/sync-state.ts";
import type { Rest } from "./rest-time.ts";

/**
 * Tell the server when the rest ends, so that it can wake a phone whose page sleeps.
 *
 * Best effort: without a network the rest runs on this device all the same, and nothing is tried again.
 */
export async function tellServer(rest: Rest | null, before: Rest | null): Promise<void> {
  try {
    if (rest) {
      const db = findDb();
      const offset_ms = db ? (await readClock(db)).offset_ms : 0;
      const ends_at = toIso(rest.ends_at_ms + offset_ms);
      await api.PUT("/api/v1/rest-timer", { body: { id: rest.id, ends_at, ...rest.about } });
    } else if (before) {
      await api.DELETE("/api/v1/rest-timer/{timer_id}", { params: { path: { timer_id: before.id } } });
    }
  } catch {
    // No network: the strip on the screen is the timer.
  }
}
