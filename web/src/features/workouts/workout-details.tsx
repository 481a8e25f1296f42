import { useLingui } from "@lingui/react/macro";
import { ChevronDown } from "lucide-react";
import { useFormat } from "@/features/auth/use-format.ts";
import { Card } from "@/ui/card.tsx";
import { TextArea, TextField } from "@/ui/field.tsx";
import { DateTimeFields } from "./date-time-fields.tsx";
import type { WorkoutDraft } from "./workout-draft.ts";
import { toWallClock } from "./zoned-time.ts";
import styles from "./workout-view.module.css";

interface WorkoutDetailsProps {
  readonly draft: WorkoutDraft;
  readonly onDraft: (change: (draft: WorkoutDraft) => WorkoutDraft) => void;
  readonly open: boolean;
}

/** Title, time and notes behind one line, so that the sets come first. */
export function WorkoutDetails({ draft, onDraft, open }: WorkoutDetailsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { date } = toWallClock(draft.started_at, draft.time_zone);
  const time = format.timeIn(draft.started_at, draft.time_zone);
  return (
    <Card>
      <details className={styles.details} open={open}>
        <summary>
          <span className={styles.detailsTitle}>
            {draft.title.trim() === "" ? t`Workout` : draft.title}
            <span className={styles.detailsDate}>
              {format.day(date)}, {time}
            </span>
          </span>
          <ChevronDown size={20} className={styles.detailsIcon} aria-hidden="true" />
        </summary>
        <div className={styles.detailsBody}>
          <TextField
            label={t`Title`}
            value={draft.title}
            maxLength={200}
            onChange={(event) => onDraft((current) => ({ ...current, title: event.target.value }))}
          />
          <DateTimeFields draft={draft} onDraft={onDraft} />
          <TextArea
            label={t`Notes`}
            rows={2}
            value={draft.notes}
            onChange={(event) => onDraft((current) => ({ ...current, notes: event.target.value }))}
          />
        </div>
      </details>
    </Card>
  );
}
