import { useEffect } from "react";
import { nowMs } from "@/lib/clock.ts";
import { useRest } from "./rest-store.ts";
import { giveSignal, type SignalChoice } from "./signal.ts";

/** A page that wakes up this much after the end keeps quiet: the notification has been there [ms]. */
const LATE_MS = 5_000;

/** Signal the end of the rest while the page is alive. */
export function useRestSignal({ sound, vibration }: SignalChoice): void {
  const rest = useRest();
  const ends_at_ms = rest?.ends_at_ms ?? null;
  useEffect(() => {
    if (ends_at_ms === null || ends_at_ms <= nowMs()) return;
    const timer = setTimeout(() => {
      if (nowMs() - ends_at_ms < LATE_MS) giveSignal({ sound, vibration });
    }, ends_at_ms - nowMs());
    return () => clearTimeout(timer);
  }, [ends_at_ms, sound, vibration]);
}
