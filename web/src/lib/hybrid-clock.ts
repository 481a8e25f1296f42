/**
 * A clock that orders changes of several devices.
 *
 * A stamp is `ms since 1970 × 1024 + counter`, an integer below 2^53. It follows the server's time
 * as far as this device knows it, and never goes back, whatever the device's own clock does.
 */
export interface HybridClock {
  /** Greatest stamp that was made or seen here. */
  readonly last_stamp: number;
  /** Server's time minus this device's [ms]. */
  readonly offset_ms: number;
}

const STAMPS_PER_MS = 1024;

export const NEW_CLOCK: HybridClock = { last_stamp: 0, offset_ms: 0 };

/** The clock after `count` stamps; the first of them is `last_stamp − count + 1`. */
export function tick(clock: HybridClock, now_ms: number, count = 1): HybridClock {
  const first = Math.max(Math.floor(now_ms + clock.offset_ms) * STAMPS_PER_MS, clock.last_stamp + 1);
  return { ...clock, last_stamp: first + count - 1 };
}

/** The clock after an answer that was on its way between two moments of this device [ms]. */
export function observe(clock: HybridClock, server_time_ms: number, asked_at_ms: number, now_ms: number): HybridClock {
  // The answer was written somewhere in between.
  const offset_ms = Math.round(server_time_ms - (asked_at_ms + now_ms) / 2);
  return { last_stamp: Math.max(clock.last_stamp, server_time_ms * STAMPS_PER_MS), offset_ms };
}
