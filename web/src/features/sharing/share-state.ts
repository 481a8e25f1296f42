import { fromWallClock } from "@/features/workouts/zoned-time.ts";
import type { Share } from "./queries.ts";

export type ShareState = "open" | "expired" | "revoked" | "closed";

/** Whether a link opens something now [ms]; the list may be older than the link's last day. */
export function stateOf(share: Share, now_ms: number): ShareState {
  if (share.revoked_at !== null) return "revoked";
  if (share.expires_at !== null && Date.parse(share.expires_at) <= now_ms) return "expired";
  return share.is_open ? "open" : "closed";
}

export const SPANS = ["never", "week", "month", "year", "day"] as const;
export type Span = (typeof SPANS)[number];

const DAYS: Readonly<Record<Exclude<Span, "never" | "day">, number>> = { week: 7, month: 30, year: 365 };
const DAY_MS = 24 * 3600 * 1000;

interface End {
  readonly span: Span;
  /** The last day of the span `day`. */
  readonly last_day: string;
  readonly time_zone: string;
}

/** When a link made now [ms] ends; null is never. A day is over in the lifter's own zone. */
export function endOf({ span, last_day, time_zone }: End, now_ms: number): string | null {
  if (span === "never") return null;
  if (span === "day") return fromWallClock({ date: last_day, time: "23:59" }, time_zone);
  return new Date(now_ms + DAYS[span] * DAY_MS).toISOString();
}
