import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { showToast } from "@/ui/toast-store.ts";
import { unlockSound } from "./timer/signal.ts";

export interface Begin {
  /** Store a workout by `make`, which resolves to its id, and show it; a second tap meanwhile does nothing. */
  readonly begin: (make: () => Promise<string>) => Promise<void>;
  readonly busy: boolean;
}

/** What every start of a live workout has in common. */
export function useBegin(): Begin {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const begin = async (make: () => Promise<string>) => {
    if (busy) return;
    setBusy(true);
    unlockSound();
    try {
      navigate(`/train/${await make()}`);
    } catch {
      showToast(t`This device could not store the workout.`, { tone: "danger" });
    } finally {
      setBusy(false);
    }
  };
  return { begin, busy };
}
