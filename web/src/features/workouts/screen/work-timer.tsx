import { useLingui } from "@lingui/react/macro";
import { Play, Square } from "lucide-react";
import { useEffect, useState } from "react";
import type { WorkoutSet } from "@/db/documents.ts";
import { findDb } from "@/db/current.ts";
import { nowMs } from "@/lib/clock.ts";
import { formatDuration } from "@/lib/format.ts";
import { giveSignal, unlockSound } from "../timer/signal.ts";
import { useNow } from "../timer/use-now.ts";
import { useScreen } from "./screen-context.ts";
import styles from "./set-dock.module.css";

const KEY = "work_timer";

/** Times a set that is held: counts from the moment it was started, and logs the set when it is stopped. */
export function WorkTimer({ set }: { readonly set: WorkoutSet }) {
  const { t } = useLingui();
  const { sets, profile } = useScreen();
  const [started_at_ms, setStarted] = useState<number | null>(null);
  const running = started_at_ms !== null;
  const now_ms = useNow(200, running);
  const done_s = running ? (now_ms - started_at_ms) / 1000 : 0;
  const target_s = set.duration_s;
  const reached = running && target_s !== null && done_s >= target_s;

  useEffect(() => {
    const restore = async () => {
      const row = await findDb()?.state.get(KEY);
      const kept = row?.value as { readonly set_id: string; readonly started_at_ms: number } | undefined;
      if (kept?.set_id === set.id) setStarted(kept.started_at_ms);
    };
    void restore();
  }, [set.id]);
  useEffect(() => {
    if (reached) giveSignal({ sound: profile?.timer_sound ?? true, vibration: profile?.timer_vibration ?? true });
    // Once, at the moment it is reached.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [reached]);

  const start = () => {
    unlockSound();
    const at_ms = nowMs();
    setStarted(at_ms);
    void findDb()?.state.put({ key: KEY, value: { set_id: set.id, started_at_ms: at_ms } });
  };
  const stop = () => {
    const duration_s = Math.max(1, Math.round((nowMs() - (started_at_ms ?? nowMs())) / 1000));
    setStarted(null);
    void findDb()?.state.delete(KEY);
    sets.change(set, { duration_s });
    sets.log({ ...set, duration_s });
  };
  const text = formatDuration(done_s);
  return running ? (
    <button
      type="button"
      className={styles.work}
      data-reached={reached || undefined}
      aria-label={t`Stop at ${text} and log`}
      onClick={stop}
    >
      <Square size={18} fill="currentColor" aria-hidden="true" />
      {text}
    </button>
  ) : (
    <button type="button" className={styles.work} onClick={start}>
      <Play size={18} fill="currentColor" aria-hidden="true" />
      {t`Start`}
    </button>
  );
}
