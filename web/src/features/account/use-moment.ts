import { useFormat } from "@/features/auth/use-format.ts";
import { addDays, localDate } from "@/lib/clock.ts";

interface Moments {
  /** "Today", "Fri 14 Nov". */
  readonly day: (at: string) => string;
  /** With the time of day while that still tells something: "Today, 14:05". */
  readonly moment: (at: string) => string;
}

/** Instants of the server in the person's zone and words. */
export function useMoment(): Moments {
  const format = useFormat();
  const dateOf = (at: string) => localDate(Date.parse(at), format.time_zone);
  const day = (at: string) => format.day(dateOf(at));
  const moment = (at: string) => (dateOf(at) >= addDays(format.today, -1) ? `${day(at)}, ${format.time(at)}` : day(at));
  return { day, moment };
}
