import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useState } from "react";
import type { Workout } from "@/db/documents.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { checkTimes, saveEdits } from "./save-edits.ts";
import { diffWorkout } from "./workout-diff.ts";
import { toDraft, withoutEmptySets } from "./workout-draft.ts";
import { WorkoutEditor } from "./workout-editor.tsx";

interface WorkoutEditProps {
  readonly workout: Workout;
  readonly onClose: () => void;
}

/** Correct a workout: a draft here, sent as single operations when it is saved. */
export function WorkoutEdit({ workout, onClose }: WorkoutEditProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => toDraft(workout));
  const [busy, setBusy] = useState(false);

  const undo = (saved: Workout) => saveEdits(workout, diffWorkout(saved, toDraft(workout), idsOf(workout)));
  const save = async () => {
    const times = checkTimes(draft);
    if (!times.ok) return showToast(errorMessage(times.error), { tone: "danger" });
    setBusy(true);
    const saved = await saveEdits(workout, diffWorkout(workout, withoutEmptySets(draft)));
    setBusy(false);
    if (saved) showToast(t`Workout saved`, { action: { label: t`Undo`, run: () => void undo(saved) } });
    onClose();
  };
  return (
    <Page
      title={t`Edit workout`}
      actions={<IconButton label={t`Close without saving`} icon={<X size={22} aria-hidden="true" />} onClick={onClose} />}
      footer={
        <Button variant="primary" size="large" wide busy={busy} onClick={() => void save()}>
          {t`Save`}
        </Button>
      }
    >
      <WorkoutEditor draft={draft} onDraft={setDraft} />
    </Page>
  );
}

function idsOf(workout: Workout): Set<string> {
  return new Set(workout.exercises.flatMap((entry) => [entry.id, ...entry.sets.map((set) => set.id)]));
}
