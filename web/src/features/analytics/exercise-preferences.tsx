import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import { changePreference, type PreferenceChange } from "@/features/exercises/commands.ts";
import type { Exercise } from "@/db/documents.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextArea } from "@/ui/field.tsx";
import { Segmented } from "@/ui/segmented.tsx";

/** A person's own settings for one exercise. */
export function ExercisePreferences({ exercise, onClose }: { readonly exercise: Exercise; readonly onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const [notes, setNotes] = useState(exercise.notes);
  const [unit, setUnit] = useState<NonNullable<PreferenceChange["weight_unit"]>>(exercise.weight_unit ?? "");
  const choose = (chosen: typeof unit) => {
    setUnit(chosen);
    void changePreference(exercise.id, { weight_unit: chosen });
  };
  const finish = async () => {
    if (notes !== exercise.notes) await changePreference(exercise.id, { notes });
    onClose();
  };
  return (
    <Dialog
      open
      title={t`Unit and notes`}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={() => void finish()}>
          {t`Done`}
        </Button>
      }
    >
      <Segmented
        label={t`Weights of this exercise in`}
        show_label
        value={unit}
        options={[
          { value: "", label: t`As usual (${format.weight_unit})` },
          { value: "kg", label: t`Kilograms` },
          { value: "lb", label: t`Pounds` },
        ]}
        onValue={choose}
      />
      <TextArea label={t`My notes`} value={notes} onChange={(event) => setNotes(event.target.value)} />
    </Dialog>
  );
}
