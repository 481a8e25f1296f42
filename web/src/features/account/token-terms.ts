import { toIso } from "@/lib/clock.ts";
import type { Token } from "./queries.ts";

export type Scope = Token["scopes"][number];

export const SPANS = ["month", "quarter", "year", "never"] as const;
export type Span = (typeof SPANS)[number];

const DAYS: Readonly<Record<Exclude<Span, "never">, number>> = { month: 30, quarter: 90, year: 365 };
const DAY_MS = 24 * 3600 * 1000;

/** When a token made now [ms] ends; null is never. */
export function tokenEnd(span: Span, now_ms: number): string | null {
  return span === "never" ? null : toIso(now_ms + DAYS[span] * DAY_MS);
}

export function isEnded({ expires_at }: Pick<Token, "expires_at">, now_ms: number): boolean {
  return expires_at !== null && Date.parse(expires_at) <= now_ms;
}

/** What keeps these scopes from being of any use: the administration too is read or written. */
export function scopeGap(scopes: readonly Scope[]): "none" | "empty" | "admin_alone" {
  if (scopes.length === 0) return "empty";
  return scopes.length === 1 && scopes[0] === "admin" ? "admin_alone" : "none";
}

/** A command line that tries the token, with something its scopes allow and that changes nothing unasked. */
export function curlExample(scopes: readonly Scope[], origin: string, token: string): string {
  const header = `-H "Authorization: Bearer ${token}"`;
  if (scopes.includes("read")) return `curl ${header} "${origin}/api/v1/workouts?limit=5"`;
  return `curl -X PATCH ${header} -H "Content-Type: application/json" -d "{}" "${origin}/api/v1/auth/me"`;
}
