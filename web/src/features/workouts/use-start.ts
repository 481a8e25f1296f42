import { currentDb } from "@/db/current.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { beginWorkout, type Source } from "./start-workout.ts";
import { useBegin } from "./use-begin.ts";

/** Start a live workout now and show it. */
export function useStart(): { readonly start: (source: Source) => Promise<void>; readonly busy: boolean } {
  const { time_zone } = useFormat();
  const { begin, busy } = useBegin();
  const start = (source: Source) =>
    begin(() => beginWorkout(currentDb(), { source, started_at: toIso(nowMs()), finished_at: null, time_zone }));
  return { start, busy };
}
