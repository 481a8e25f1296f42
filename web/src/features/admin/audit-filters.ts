import { addDays } from "@/lib/clock.ts";
import { fromWallClock } from "@/features/workouts/zoned-time.ts";

/** Which events of the log; the empty text leaves a thing open. Days are `YYYY-MM-DD` and both included. */
export interface AuditFilters {
  readonly event_type: string;
  readonly outcome: string;
  readonly email: string;
  readonly ip: string;
  readonly from: string;
  readonly to: string;
}

const NAMES = ["event_type", "outcome", "email", "ip", "from", "to"] as const;
const OUTCOMES: ReadonlySet<string> = new Set(["ok", "failed", "refused"]);
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The filters that stand in an address; what no filter can be is left out. */
export function filtersOf(params: URLSearchParams): AuditFilters {
  const [event_type, outcome, email, ip, from, to] = NAMES.map((name) => (params.get(name) ?? "").trim());
  return {
    event_type: event_type ?? "",
    outcome: OUTCOMES.has(outcome ?? "") ? (outcome ?? "") : "",
    email: email ?? "",
    ip: ip ?? "",
    from: DAY.test(from ?? "") ? (from ?? "") : "",
    to: DAY.test(to ?? "") ? (to ?? "") : "",
  };
}

/** The same as parameters of an address; open filters are not named. */
export function paramsOf(filters: Partial<AuditFilters>): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of NAMES) if (filters[name]) params.set(name, filters[name]);
  return params;
}

export function auditHref(filters: Partial<AuditFilters>): string {
  return `/admin/audit?${paramsOf(filters).toString()}`;
}

/** The instant at which a day begins in a zone; null for an open end. */
export function startOfDay(day: string, time_zone: string): string | null {
  return day === "" ? null : fromWallClock({ date: day, time: "00:00" }, time_zone);
}

/** The instant at which the day after it begins: what lies before belongs to the day. */
export function startOfNextDay(day: string, time_zone: string): string | null {
  return day === "" ? null : startOfDay(addDays(day, 1), time_zone);
}
