import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CalendarClock, Trash2 } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useFormat } from "@/features/auth/use-format.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { nowMs } from "@/lib/clock.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { Notice } from "@/ui/states.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { startWorkout } from "./commands.ts";
import { countSets, isWorthKeeping, keepDraft, type StoredDraft } from "./new-workout-draft.ts";
import { checkTimes } from "./save-edits.ts";
import { useNewWorkout } from "./use-new-workout.ts";
import { withoutEmptySets } from "./workout-draft.ts";
import { WorkoutEditor } from "./workout-editor.tsx";
import styles from "./train.module.css";

/** Log a workout by hand. What is written stays on this device until it is saved. */
export function NewWorkoutPage() {
  const { t } = useLingui();
  const format = useFormat();
  const workout = useNewWorkout(format);
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const save = async ({ id, draft }: StoredDraft) => {
    const times = checkTimes(draft);
    if (!times.ok) return showToast(errorMessage(times.error), { tone: "danger" });
    setBusy(true);
    const exercises = withoutEmptySets(draft).exercises.filter((entry) => entry.sets.length > 0);
    await startWorkout({ ...draft, id, exercises });
    setBusy(false);
    await keepDraft(null);
    navigate(`/workouts/${id}`, { replace: true });
    showToast(t`Workout logged`);
  };
  if (!workout) {
    return (
      <Page title={t`Log a workout`} back="/train">
        <Skeleton heights={[320, 64]} />
      </Page>
    );
  }
  const { stored, change, discard, filled_from } = workout;
  const sets = countSets(stored.draft);
  // Date and length come first and then make room; without exercises there is nothing to save.
  const begun = stored.draft.exercises.length > 0;
  const in_future = Date.parse(stored.draft.started_at) > nowMs();
  return (
    <Page
      title={t`Log a workout`}
      back="/train"
      actions={
        isWorthKeeping(stored.draft) && (
          <IconButton label={t`Discard the draft`} icon={<Trash2 size={22} aria-hidden="true" />} onClick={discard} />
        )
      }
      footer={
        begun ? (
          <>
            <p className={filled_from === null ? undefined : styles.filled} role="status">
              {filled_from !== null && t`Filled in with your last sets (${format.day(filled_from)})`}
            </p>
            <Button variant="primary" size="large" wide busy={busy} disabled={sets === 0} onClick={() => void save(stored)}>
              {sets === 0 ? t`Add a set to save` : <Plural value={sets} one="Save # set" other="Save # sets" />}
            </Button>
          </>
        ) : undefined
      }
    >
      {in_future && (
        <Notice tone="warn" icon={<CalendarClock size={20} />}>
          <Trans>This workout lies in the future.</Trans>
        </Notice>
      )}
      <WorkoutEditor details_open={!begun} draft={stored.draft} onDraft={change} />
    </Page>
  );
}
