import type { LocalDb } from "@/db/schema.ts";
import { transact } from "@/db/transact.ts";
import { nowMs } from "@/lib/clock.ts";
import { NEW_CLOCK, observe, type HybridClock } from "@/lib/hybrid-clock.ts";
import { newId } from "@/lib/ids.ts";

/** What the device knows about its own syncing; rows of the table `state`. */
const CHECKPOINT = "checkpoint";
const FIRST_PULL_OPEN = "first_pull_open";
const CLOCK = "clock";
const DEVICE_ID = "device_id";

/** The last revision that was pulled; 0 until a first pull has happened. */
export async function readCheckpoint(db: LocalDb): Promise<number> {
  const row = await db.state.get(CHECKPOINT);
  return typeof row?.value === "number" ? row.value : 0;
}

export async function writeCheckpoint(db: LocalDb, checkpoint: number): Promise<void> {
  await db.state.put({ key: CHECKPOINT, value: checkpoint });
}

/** Whether everything the account has was pulled once: before, records and trends would be computed from a part. */
export async function isWhole(db: LocalDb): Promise<boolean> {
  const [checkpoint, open] = await Promise.all([readCheckpoint(db), db.state.get(FIRST_PULL_OPEN)]);
  return checkpoint > 0 && open === undefined;
}

/** Remember that the first pull is under way; a tab that dies in the middle must not take a part for all. */
export async function keepFirstPullOpen(db: LocalDb, is_open: boolean): Promise<void> {
  if (is_open) await db.state.put({ key: FIRST_PULL_OPEN, value: true });
  else await db.state.delete(FIRST_PULL_OPEN);
}

export async function readClock(db: LocalDb): Promise<HybridClock> {
  const row = await db.state.get(CLOCK);
  return row ? (row.value as HybridClock) : NEW_CLOCK;
}

export async function writeClock(db: LocalDb, clock: HybridClock): Promise<void> {
  await db.state.put({ key: CLOCK, value: clock });
}

/** Learn the server's time from an answer that was asked for at a moment of this device [ms]. */
export async function observeServerTime(db: LocalDb, server_time_ms: number, asked_at_ms: number): Promise<void> {
  // A server of the release before says nothing about its time.
  if (!Number.isFinite(server_time_ms)) return;
  await transact(db, [db.state], async () => {
    await writeClock(db, observe(await readClock(db), server_time_ms, asked_at_ms, nowMs()));
  });
}

/** The name of this device for the server, made once per account and browser. */
export async function readDeviceId(db: LocalDb): Promise<string> {
  return transact(db, [db.state], async () => {
    const row = await db.state.get(DEVICE_ID);
    if (typeof row?.value === "string") return row.value;
    const device_id = newId();
    await db.state.put({ key: DEVICE_ID, value: device_id });
    return device_id;
  });
}
