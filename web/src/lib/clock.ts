/** The one place that reads the clock. */
export function nowMs(): number {
  return Date.now();
}

/** ISO-8601 in UTC with milliseconds, as the wire wants it. */
export function toIso(time_ms: number): string {
  return new Date(time_ms).toISOString();
}

/** Making a format costs a hundred times what using it does, and every component asks for today. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day (`YYYY-MM-DD`) that a moment falls on in a time zone. */
export function localDate(time_ms: number, time_zone: string): string {
  let format = dayFormats.get(time_zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone: time_zone, year: "numeric", month: "2-digit", day: "2-digit" });
    dayFormats.set(time_zone, format);
  }
  return format.format(time_ms);
}

const ZONE_KEPT_MS = 60_000;
let zone = { name: "", read_at_ms: Number.NEGATIVE_INFINITY };

/** The zone of this device, such as `Europe/Berlin`; a device that travels is noticed within a minute. */
export function deviceTimeZone(): string {
  if (Math.abs(nowMs() - zone.read_at_ms) > ZONE_KEPT_MS) {
    zone = { name: Intl.DateTimeFormat().resolvedOptions().timeZone, read_at_ms: nowMs() };
  }
  return zone.name;
}

/** Whole days from one calendar day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The calendar day `days` after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
