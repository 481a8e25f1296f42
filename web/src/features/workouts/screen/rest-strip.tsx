import { useLingui } from "@lingui/react/macro";
import { Timer } from "lucide-react";
import { formatDuration } from "@/lib/format.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { changeRest, resumeRest, skipRest, startRest, useRest } from "../timer/rest-store.ts";
import { isCurrent, restAfter, viewRest, type Rest } from "../timer/rest-time.ts";
import { unlockSound } from "../timer/signal.ts";
import { useNow } from "../timer/use-now.ts";
import { useScreen } from "./screen-context.ts";
import styles from "./rest-strip.module.css";

/** The rest in a row of its own, always in the same place: nothing moves when it begins or ends. */
export function RestStrip() {
  const rest = useRest();
  const now_ms = useNow(rest ? 250 : 60_000);
  return <div className={styles.strip}>{rest && isCurrent(rest, now_ms) ? <Running rest={rest} now_ms={now_ms} /> : <Idle />}</div>;
}

function Idle() {
  const { t } = useLingui();
  const { workout, active, exercises, profile } = useScreen();
  const exercise = active ? exercises?.get(active.entry.exercise_id) : undefined;
  const duration_s = restAfter("working", exercise, profile?.rest) || 120;
  const text = formatDuration(duration_s);
  return (
    <button
      type="button"
      className={styles.start}
      onClick={() => {
        unlockSound();
        startRest(workout.id, null, duration_s, { exercise_name: active?.name ?? "", next: "" });
      }}
    >
      <Timer size={18} aria-hidden="true" />
      {t`Rest ${text}`}
      <VisuallyHidden>{t`start`}</VisuallyHidden>
    </button>
  );
}

function Running({ rest, now_ms }: { readonly rest: Rest; readonly now_ms: number }) {
  const { t } = useLingui();
  const { left_s, done, is_over } = viewRest(rest, now_ms);
  const over_s = Math.floor((now_ms - rest.ends_at_ms) / 1000);
  const left = formatDuration(left_s);
  const skip = () => {
    const skipped = skipRest();
    if (!skipped || is_over) return;
    showToast(t`Rest skipped`, { action: { label: t`Undo`, run: () => resumeRest(skipped) } });
  };
  return (
    <>
      <div
        className={styles.bar}
        data-over={is_over || undefined}
        style={{ "--done": done } as React.CSSProperties}
        aria-hidden="true"
      />
      <span
        className={styles.left}
        data-over={is_over || undefined}
        role="timer"
        aria-label={is_over ? t`Rest is over` : t`${left} of rest left`}
      >
        {is_over ? `+${formatDuration(over_s)}` : left}
      </span>
      <span className={styles.word}>{is_over ? t`Rest is over` : t`Rest`}</span>
      {!is_over && (
        <button type="button" className={styles.button} onClick={() => changeRest(-15)}>
          {"−15"}
          <VisuallyHidden>{t`seconds`}</VisuallyHidden>
        </button>
      )}
      <button type="button" className={styles.button} onClick={() => changeRest(15)}>
        {"+15"}
        <VisuallyHidden>{t`seconds`}</VisuallyHidden>
      </button>
      <button type="button" className={styles.button} onClick={skip}>
        {is_over ? t`OK` : t`Skip`}
      </button>
    </>
  );
}
