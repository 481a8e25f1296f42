import { useFormat } from "@/features/auth/use-format.ts";
import { localDate } from "@/lib/clock.ts";

/** "Today, 14:03": a moment as the administrator's calendar and clock show it. */
export function useDayTime(): (iso: string) => string {
  const format = useFormat();
  return (iso) => `${format.day(localDate(Date.parse(iso), format.time_zone))}, ${format.time(iso)}`;
}
