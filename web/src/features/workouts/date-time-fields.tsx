import { useLingui } from "@lingui/react/macro";
import { TextField } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { fromWallClock, toWallClock } from "./zoned-time.ts";
import styles from "./workout-view.module.css";

interface DateTimeFieldsProps {
  readonly started_at: string;
  /** Null while the workout runs: then there is no length to ask for. */
  readonly finished_at: string | null;
  readonly time_zone: string;
  /** What is wrong with the times. */
  readonly error?: string | undefined;
  readonly onTimes: (times: { readonly started_at: string; readonly finished_at: string | null }) => void;
}

/** Day, start and length of a workout, in the zone it took place in. */
export function DateTimeFields({ started_at, finished_at, time_zone, error, onTimes }: DateTimeFieldsProps) {
  const { t } = useLingui();
  const start = toWallClock(started_at, time_zone);
  const length_ms = finished_at === null ? null : Date.parse(finished_at) - Date.parse(started_at);
  // A new start moves the end along: the length is what people remember.
  const moveTo = (change: Partial<typeof start>) => {
    const moved = fromWallClock({ ...start, ...change }, time_zone);
    if (moved === null) return;
    onTimes({ started_at: moved, finished_at: length_ms === null ? null : new Date(Date.parse(moved) + length_ms).toISOString() });
  };
  return (
    <>
      <div className={styles.dateRow}>
        <TextField
          label={t`Date`}
          type="date"
          required
          defaultValue={start.date}
          error={error}
          onChange={(event) => moveTo({ date: event.target.value })}
        />
        <TextField
          label={t`Start`}
          type="time"
          required
          defaultValue={start.time}
          onChange={(event) => moveTo({ time: event.target.value })}
        />
      </div>
      {length_ms !== null && (
        <NumberField
          label={t`Duration`}
          unit={t`min`}
          value={Math.round(length_ms / 60_000)}
          min={0}
          max={1440}
          step={5}
          digits={0}
          onValue={(minutes) =>
            minutes !== null &&
            onTimes({ started_at, finished_at: new Date(Date.parse(started_at) + minutes * 60_000).toISOString() })
          }
        />
      )}
    </>
  );
}
