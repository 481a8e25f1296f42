import { useLingui } from "@lingui/react/macro";
import { TextField } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import type { WorkoutDraft } from "./workout-draft.ts";
import { fromWallClock, toWallClock } from "./zoned-time.ts";
import styles from "./workout-view.module.css";

interface DateTimeFieldsProps {
  readonly draft: WorkoutDraft;
  readonly onDraft: (change: (draft: WorkoutDraft) => WorkoutDraft) => void;
}

/** Day, start and length of a workout, in the zone it took place in. */
export function DateTimeFields({ draft, onDraft }: DateTimeFieldsProps) {
  const { t } = useLingui();
  const start = toWallClock(draft.started_at, draft.time_zone);
  const length_ms = draft.finished_at === null ? null : Date.parse(draft.finished_at) - Date.parse(draft.started_at);
  // A new start moves the end along: the length is what people remember.
  const moveTo = (change: Partial<typeof start>) => {
    const started_at = fromWallClock({ ...start, ...change }, draft.time_zone);
    if (started_at === null) return;
    const finished_at = length_ms === null ? null : new Date(Date.parse(started_at) + length_ms).toISOString();
    onDraft((current) => ({ ...current, started_at, finished_at }));
  };
  return (
    <>
      <div className={styles.dateRow}>
        <TextField
          label={t`Date`}
          type="date"
          required
          value={start.date}
          onChange={(event) => moveTo({ date: event.target.value })}
        />
        <TextField
          label={t`Start`}
          type="time"
          required
          value={start.time}
          onChange={(event) => moveTo({ time: event.target.value })}
        />
      </div>
      <NumberField
        label={t`Duration`}
        unit={t`min`}
        value={length_ms === null ? null : Math.round(length_ms / 60_000)}
        min={0}
        max={1440}
        step={5}
        digits={0}
        onValue={(minutes) =>
          onDraft((current) => ({
            ...current,
            finished_at: minutes === null ? null : new Date(Date.parse(current.started_at) + minutes * 60_000).toISOString(),
          }))
        }
      />
    </>
  );
}
