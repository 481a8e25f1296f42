import { useLingui } from "@lingui/react/macro";
import { Trash2 } from "lucide-react";
import type { Exercise } from "@/db/documents.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { deleteExercise, restoreExercise } from "./commands.ts";
import { ExerciseForm } from "./exercise-form.tsx";

interface OwnExerciseDialogProps {
  readonly exercise: Exercise;
  readonly onClose: () => void;
}

/** Change an own exercise, or take it off the lists. */
export function OwnExerciseDialog({ exercise, onClose }: OwnExerciseDialogProps) {
  const { t } = useLingui();
  const restore = async () => {
    const answer = await restoreExercise(exercise.id);
    if (!answer.ok) showToast(errorMessage(answer.error), { tone: "danger" });
  };
  const remove = async () => {
    const answer = await deleteExercise(exercise.id);
    if (!answer.ok) return showToast(errorMessage(answer.error), { tone: "danger" });
    onClose();
    showToast(t`Exercise deleted; your workouts keep it`, { action: { label: t`Undo`, run: () => void restore() } });
  };
  return (
    <Dialog open title={t`Edit exercise`} onClose={onClose}>
      <ExerciseForm initial={exercise} onSaved={onClose} />
      <Button variant="danger" icon={<Trash2 size={18} aria-hidden="true" />} onClick={() => void remove()}>
        {t`Delete exercise`}
      </Button>
    </Dialog>
  );
}
