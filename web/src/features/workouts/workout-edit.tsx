import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useState } from "react";
import type { Workout } from "@/db/documents.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { saveEdits } from "./commands.ts";
import { diffWorkout } from "./workout-diff.ts";
import { isEmptySet, toDraft, type WorkoutDraft } from "./workout-draft.ts";
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

  const undo = async (saved: Workout) => {
    const edits = diffWorkout(saved, toDraft(workout), idsOf(workout));
    const answer = await saveEdits(workout.id, edits);
    if (!answer.ok) showToast(errorMessage(answer.error), { tone: "danger" });
  };
  const save = async () => {
    setBusy(true);
    const answer = await saveEdits(workout.id, diffWorkout(workout, withoutEmptySets(draft)));
    setBusy(false);
    if (!answer.ok) return showToast(errorMessage(answer.error), { tone: "danger" });
    const saved = answer.value;
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

/** Rows without any value say nothing; those that had one before are kept as they are cleared. */
function withoutEmptySets(draft: WorkoutDraft): WorkoutDraft {
  return {
    ...draft,
    exercises: draft.exercises.map((entry) => ({ ...entry, sets: entry.sets.filter((set) => !isEmptySet(set)) })),
  };
}

function idsOf(workout: Workout): Set<string> {
  return new Set(workout.exercises.flatMap((entry) => [entry.id, ...entry.sets.map((set) => set.id)]));
}
