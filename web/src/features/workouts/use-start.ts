import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { currentDb } from "@/db/current.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { nowMs, toIso } from "@/lib/clock.ts";
import { showToast } from "@/ui/toast-store.ts";
import { beginWorkout, type Source } from "./start-workout.ts";
import { unlockSound } from "./timer/signal.ts";

/** Start a live workout now and show it. */
export function useStart(): { readonly start: (source: Source) => Promise<void>; readonly busy: boolean } {
  const { t } = useLingui();
  const { time_zone } = useFormat();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const start = async (source: Source) => {
    if (busy) return;
    setBusy(true);
    unlockSound();
    try {
      const id = await beginWorkout(currentDb(), { source, started_at: toIso(nowMs()), finished_at: null, time_zone });
      navigate(`/train/${id}`);
    } catch {
      showToast(t`This device could not store the workout.`, { tone: "danger" });
    } finally {
      setBusy(false);
    }
  };
  return { start, busy };
}
