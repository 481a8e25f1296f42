import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useProfile } from "@/features/auth/profile.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { changePreference, type PreferenceChange } from "@/features/exercises/commands.ts";
import type { ExerciseForMe } from "@/features/exercises/use-exercises.ts";
import { STANDARD_GYM } from "@/training/gym.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select, TextArea } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Segmented } from "@/ui/segmented.tsx";

/** A person's own settings for one exercise: unit, step, bar, rests, notes. Each takes effect at once. */
export function ExercisePreferences({ exercise, onClose }: { readonly exercise: ExerciseForMe; readonly onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const profile = useProfile();
  const [notes, setNotes] = useState(exercise.notes);
  const [unit, setUnit] = useState<NonNullable<PreferenceChange["weight_unit"]>>(exercise.weight_unit ?? "");
  const [step, setStep] = useState(exercise.step ?? null);
  const [rests, setRests] = useState({ rest_s: exercise.rest_s ?? null, rest_warm_up_s: exercise.rest_warm_up_s ?? null });
  const [bar_id, setBar] = useState(exercise.bar_id ?? "");
  const shown_unit = unit === "" ? format.weight_unit : unit;
  const { bars } = profile?.gym ?? STANDARD_GYM[shown_unit];
  const save = (change: PreferenceChange) => void changePreference(exercise.id, change);
  const saveRest = (key: keyof typeof rests, seconds: number | null) => {
    setRests((current) => ({ ...current, [key]: seconds }));
    save({ [key]: seconds });
  };
  const finish = async () => {
    if (notes !== exercise.notes) await changePreference(exercise.id, { notes });
    onClose();
  };
  return (
    <Dialog
      open
      title={t`How I do it`}
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
        onValue={(weight_unit) => {
          setUnit(weight_unit);
          save({ weight_unit });
        }}
      />
      <NumberField
        label={t`Smallest step (empty: what my gym can load)`}
        unit={shown_unit}
        value={step}
        min={0.25}
        max={250}
        step={0.25}
        onValue={(value) => {
          setStep(value);
          save({ step: value, step_unit: value === null ? null : shown_unit });
        }}
      />
      <Select
        label={t`Bar`}
        value={bar_id}
        options={[{ value: "", label: t`The usual one` }, ...bars.map((bar) => ({ value: bar.id, label: bar.name }))]}
        onValue={(id) => {
          setBar(id);
          save({ bar_id: id === "" ? null : id });
        }}
      />
      <NumberField
        label={t`Rest after a set (empty: as in the settings)`}
        unit="s"
        value={rests.rest_s}
        min={0}
        max={3600}
        step={15}
        digits={0}
        onValue={(seconds) => saveRest("rest_s", seconds)}
      />
      <NumberField
        label={t`Rest after a warm-up set`}
        unit="s"
        value={rests.rest_warm_up_s}
        min={0}
        max={3600}
        step={15}
        digits={0}
        onValue={(seconds) => saveRest("rest_warm_up_s", seconds)}
      />
      <TextArea label={t`My notes`} value={notes} onChange={(event) => setNotes(event.target.value)} />
    </Dialog>
  );
}
