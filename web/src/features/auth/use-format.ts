import { useLingui } from "@lingui/react";
import { intlLocale } from "@/i18n/locale.ts";
import { addDays, daysBetween, deviceTimeZone, localDate, nowMs } from "@/lib/clock.ts";
import {
  formatCompact,
  formatDate,
  formatDaysAgo,
  formatDuration,
  formatHours,
  formatNumber,
  formatSigned,
  formatTime,
  type DateStyle,
} from "@/lib/format.ts";
import { fromCm, fromKg, type LengthUnit, type WeightUnit } from "@/training/units.ts";
import { useProfile } from "./profile.ts";

/** Numbers and dates in the person's language, units and zone. */
export interface Format {
  readonly locale: string;
  readonly weight_unit: WeightUnit;
  readonly length_unit: LengthUnit;
  readonly distance_unit: "km" | "mi";
  readonly time_zone: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly week_start: number;
  /** Today's calendar day in the person's zone. */
  readonly today: string;
  readonly number: (value: number, max_digits?: number) => string;
  readonly compact: (value: number) => string;
  /** "82.5 kg", converted to the person's unit, or to the one given. */
  readonly weight: (load_kg: number, unit?: WeightUnit) => string;
  /** The same without the unit, for table cells and big numerals. */
  readonly weightValue: (load_kg: number, unit?: WeightUnit) => string;
  /** "+2.5 kg". */
  readonly weightChange: (change_kg: number, unit?: WeightUnit) => string;
  /** A volume: large, so rounded; "12,450 kg". */
  readonly tonnage: (tonnage_kg: number) => string;
  readonly length: (length_cm: number) => string;
  /** "850 m" below a kilometre or mile, else "5.2 km". */
  readonly distance: (distance_m: number) => string;
  readonly date: (date: string, style?: DateStyle) => string;
  /** "Today", "Yesterday", "Fri 14 Nov", and the year where it is not this one. */
  readonly day: (date: string) => string;
  readonly ago: (date: string) => string;
  readonly time: (time: string | number) => string;
  /** The time of day in another zone: a workout keeps the zone it took place in. */
  readonly timeIn: (time: string | number, time_zone: string) => string;
  readonly duration: (duration_s: number) => string;
  readonly hours: (duration_s: number) => string;
}

export function useFormat(): Format {
  const { i18n } = useLingui();
  const profile = useProfile();
  return makeFormat(intlLocale(i18n.locale), {
    weight_unit: profile?.weight_unit ?? "kg",
    length_unit: profile?.length_unit ?? "cm",
    distance_unit: profile?.distance_unit ?? "km",
    time_zone: profile?.time_zone || deviceTimeZone(),
    week_start: profile?.week_start ?? 1,
    now_ms: nowMs(),
  });
}

interface FormatOptions {
  readonly weight_unit: WeightUnit;
  readonly length_unit: LengthUnit;
  readonly distance_unit: "km" | "mi";
  readonly time_zone: string;
  readonly week_start: number;
  readonly now_ms: number;
}

export function makeFormat(locale: string, options: FormatOptions): Format {
  const { weight_unit, length_unit, distance_unit, time_zone, week_start, now_ms } = options;
  const today = localDate(now_ms, time_zone);
  const weightValue = (load_kg: number, unit = weight_unit) => formatNumber(locale, fromKg(load_kg, unit), unit === "lb" ? 1 : 2);
  return {
    locale,
    weight_unit,
    length_unit,
    distance_unit,
    time_zone,
    week_start,
    today,
    number: (value, max_digits) => formatNumber(locale, value, max_digits),
    compact: (value) => formatCompact(locale, value),
    weight: (load_kg, unit = weight_unit) => `${weightValue(load_kg, unit)}\u00a0${unit}`,
    weightValue,
    weightChange: (change_kg, unit = weight_unit) => `${formatSigned(locale, fromKg(change_kg, unit))}\u00a0${unit}`,
    tonnage: (tonnage_kg) => `${formatNumber(locale, fromKg(tonnage_kg, weight_unit), 0)}\u00a0${weight_unit}`,
    length: (length_cm) => `${formatNumber(locale, fromCm(length_cm, length_unit), 1)}\u00a0${length_unit}`,
    distance: (distance_m) => {
      const unit_m = distance_unit === "km" ? 1000 : 1609.344;
      if (distance_m < unit_m) return `${formatNumber(locale, distance_m, 0)}\u00a0m`;
      return `${formatNumber(locale, distance_m / unit_m, 2)}\u00a0${distance_unit}`;
    },
    date: (date, style = "day_year") => formatDate(locale, date, style),
    day: (date) => formatDay(locale, date, today),
    ago: (date) => formatDaysAgo(locale, daysBetween(date, today)),
    time: (time) => formatTime(locale, time, time_zone),
    timeIn: (time, zone) => formatTime(locale, time, zone),
    duration: formatDuration,
    hours: (duration_s) => formatHours(locale, duration_s),
  };
}

function formatDay(locale: string, date: string, today: string): string {
  if (date === today || date === addDays(today, -1)) {
    const word = formatDaysAgo(locale, daysBetween(date, today));
    return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
  }
  return formatDate(locale, date, date.slice(0, 4) === today.slice(0, 4) ? "weekday_day" : "day_year");
}
