import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Dialog } from "@/ui/dialog.tsx";
import { ExerciseForm } from "./exercise-form.tsx";
import { ExerciseOptions } from "./exercise-options.tsx";

interface ExercisePickerProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onPick: (exercise_id: string) => void;
  /** Likely ones by id, shown first. */
  readonly suggestions?: readonly string[];
  /** What is chosen now. */
  readonly current_id?: string | null;
  /** What the search field starts with. */
  readonly initial_text?: string;
  /** Called for "make a new exercise"; without it the picker asks for the details itself. */
  readonly onCreate?: () => void;
}

/** Choose an exercise of the library or an own one, or make one: a sheet on phones, a dialog on desktops. */
export function ExercisePicker({ title, onClose, onPick, onCreate, initial_text = "", ...rest }: ExercisePickerProps) {
  const { t } = useLingui();
  const [new_name, setNewName] = useState<string | null>(null);
  if (new_name !== null) {
    return (
      <Dialog key="form" open title={t`New exercise`} onClose={onClose}>
        <ExerciseForm initial={{ name: new_name }} onSaved={(exercise) => onPick(exercise.id)} />
      </Dialog>
    );
  }
  return (
    <Dialog key="list" open title={title} onClose={onClose}>
      <ExerciseOptions {...rest} initial_text={initial_text} onPick={onPick} onCreate={onCreate ?? setNewName} />
    </Dialog>
  );
}
