/** Numbers, dates and durations as people read them. Every function takes the `Intl` locale first. */

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** At most `max_digits` decimals, trailing zeros dropped: 62.5, 100. */
export function formatNumber(locale: string, value: number, max_digits = 2): string {
  return cached(numberFormats, `${locale}|${max_digits}`, () => {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: max_digits });
  }).format(value);
}

/** With an explicit sign: +2.5, −1 (a real minus). Zero has none. */
export function formatSigned(locale: string, value: number, max_digits = 1): string {
  return cached(numberFormats, `${locale}|${max_digits}|signed`, () => {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: max_digits, signDisplay: "exceptZero" });
  })
    .format(value)
    .replace("-", "\u2212");
}

/** A large amount in few characters: 12.4K, 1.2M. */
export function formatCompact(locale: string, value: number): string {
  return cached(numberFormats, `${locale}|compact`, () => {
    return new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  }).format(value);
}

const DATE_STYLES = {
  day: { day: "numeric", month: "short" },
  day_year: { day: "numeric", month: "short", year: "numeric" },
  weekday_day: { weekday: "short", day: "numeric", month: "short" },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  month_short: { month: "short" },
  weekday: { weekday: "short" },
  weekday_narrow: { weekday: "narrow" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof DATE_STYLES;

/** A calendar day (`YYYY-MM-DD`); it has no zone, so it is shown in none. */
export function formatDate(locale: string, date: string, style: DateStyle): string {
  return cached(dateFormats, `${locale}|${style}`, () => {
    return new Intl.DateTimeFormat(locale, { ...DATE_STYLES[style], timeZone: "UTC" });
  }).format(Date.parse(`${date}T00:00:00Z`));
}

/** The time of day of a moment in a zone. */
export function formatTime(locale: string, time: string | number, time_zone: string): string {
  return cached(dateFormats, `${locale}|time|${time_zone}`, () => {
    return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: time_zone });
  }).format(new Date(time));
}

/** Minutes and seconds, with hours from one hour on: 0:45, 12:05, 1:02:03. */
export function formatDuration(duration_s: number): string {
  const whole_s = Math.max(0, Math.round(duration_s));
  const seconds = String(whole_s % 60).padStart(2, "0");
  const minutes = Math.floor(whole_s / 60) % 60;
  const hours = Math.floor(whole_s / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`;
}

/** Hours and minutes in words of the locale: "1 h 5 min". */
export function formatHours(locale: string, duration_s: number): string {
  const minutes = Math.round(duration_s / 60);
  const unit = (value: number, name: "hour" | "minute") =>
    cached(numberFormats, `${locale}|${name}`, () => {
      return new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" });
    }).format(value);
  const parts = [minutes >= 60 ? unit(Math.floor(minutes / 60), "hour") : "", minutes % 60 ? unit(minutes % 60, "minute") : ""];
  return parts.filter(Boolean).join(" ") || unit(0, "minute");
}

/** How long ago in the largest fitting unit: "3 days ago", "yesterday", "in 2 weeks". */
export function formatDaysAgo(locale: string, days_ago: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const size = Math.abs(days_ago);
  if (size < 14) return format.format(-days_ago, "day");
  if (size < 60) return format.format(-Math.round(days_ago / 7), "week");
  if (size < 730) return format.format(-Math.round(days_ago / 30.44), "month");
  return format.format(-Math.round(days_ago / 365.25), "year");
}

function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const found = cache.get(key);
  if (found) return found;
  const made = make();
  cache.set(key, made);
  return made;
}
