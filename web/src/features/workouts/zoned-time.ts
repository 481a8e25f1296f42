/** Wall-clock times in a zone, as the platform's date and time inputs want them. */

interface WallClock {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
}

/** What a calendar and a clock in the zone show at a moment. */
export function toWallClock(iso: string, time_zone: string): WallClock {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: time_zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(Date.parse(iso));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return { date: `${part("year")}-${part("month")}-${part("day")}`, time: `${part("hour")}:${part("minute")}` };
}

/** The moment at which a clock in the zone shows this; in a repeated hour the first, in a skipped one the time after it. */
export function fromWallClock({ date, time }: WallClock, time_zone: string): string | null {
  const wanted_ms = Date.parse(`${date}T${time}:00.000Z`);
  if (Number.isNaN(wanted_ms)) return null;
  const offsetAt = (moment_ms: number) => {
    const shown = toWallClock(new Date(moment_ms).toISOString(), time_zone);
    return Date.parse(`${shown.date}T${shown.time}:00.000Z`) - Math.floor(moment_ms / 60_000) * 60_000;
  };
  // Two steps: the first offset may be that of the other side of a clock change.
  const first_ms = wanted_ms - offsetAt(wanted_ms);
  return new Date(wanted_ms - offsetAt(first_ms)).toISOString();
}
