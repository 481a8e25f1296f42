import { useEffect, useState } from "react";
import { nowMs } from "@/lib/clock.ts";

/** The time, anew every `every_ms` while the page is seen; what is shown is always computed from it, never counted. */
export function useNow(every_ms: number, running = true): number {
  const [now_ms, setNow] = useState(nowMs);
  useEffect(() => {
    if (!running) return;
    const read = () => setNow(nowMs());
    read();
    const interval = setInterval(read, every_ms);
    document.addEventListener("visibilitychange", read);
    return () => {
      clearInterval(interval);
      document.removeEventListener("visibilitychange", read);
    };
  }, [every_ms, running]);
  return now_ms;
}
