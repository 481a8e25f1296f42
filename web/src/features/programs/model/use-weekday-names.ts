import { useFormat } from "@/features/auth/use-format.ts";

/** Names of the days in the person's language, Monday first. */
export function useWeekdayNames(): readonly string[] {
  const { locale } = useFormat();
  // 5 January 2026 is a Monday.
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2026, 0, 5 + index)));
}
