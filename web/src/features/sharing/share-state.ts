import type { Share } from "./queries.ts";

export type ShareState = "open" | "expired" | "revoked" | "closed";

/** Whether a link opens something now [ms]; the list may be older than the link's last day. */
export function stateOf(share: Share, now_ms: number): ShareState {
  if (share.revoked_at !== null) return "revoked";
  if (share.expires_at !== null && Date.parse(share.expires_at) <= now_ms) return "expired";
  return share.is_open ? "open" : "closed";
}

export const SPANS = ["never", "week", "month", "year"] as const;
export type Span = (typeof SPANS)[number];

const DAYS: Readonly<Record<Exclude<Span, "never">, number>> = { week: 7, month: 30, year: 365 };
const DAY_MS = 24 * 3600 * 1000;

/** When a link made now [ms] ends; null is never. */
export function endOf(span: Span, now_ms: number): string | null {
  return span === "never" ? null : new Date(now_ms + DAYS[span] * DAY_MS).toISOString();
}
