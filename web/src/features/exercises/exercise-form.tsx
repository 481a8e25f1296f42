import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type SyntheticEvent } from "react";
import type { Exercise } from "@/db/documents.ts";
import { newId } from "@/lib/ids.ts";
import { Button } from "@/ui/button.tsx";
import { Select, Switch, TextArea, TextField } from "@/ui/field.tsx";
import { changeExercise, createExercise } from "./commands.ts";
import { MuscleChoice } from "./muscle-choice.tsx";
import { TrackingChoice } from "./tracking-choice.tsx";
import { EQUIPMENT_NAMES, type Equipment, type Muscle, type Tracking } from "./vocabulary.ts";
import styles from "./exercise-form.module.css";

interface ExerciseFormProps {
  /** An own exercise to change, or what a new one starts with. */
  readonly initial: Partial<Exercise>;
  readonly onSaved: (exercise: Pick<Exercise, "id">) => void;
}

interface Values {
  readonly name: string;
  readonly equipment: Equipment;
  readonly tracking: Tracking;
  readonly primary_muscles: readonly Muscle[];
  readonly secondary_muscles: readonly Muscle[];
  readonly unilateral: boolean;
  readonly notes: string;
}

/** Make an own exercise, or change one. */
export function ExerciseForm({ initial, onSaved }: ExerciseFormProps) {
  const { t, i18n } = useLingui();
  const [id] = useState(() => initial.id ?? newId());
  const [values, setValues] = useState<Values>(() => startValues(initial));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Values>) => setValues((current) => ({ ...current, ...part }));
  const name = values.name.trim();

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (name === "") return;
    const body = {
      ...values,
      name,
      primary_muscles: [...values.primary_muscles],
      secondary_muscles: [...values.secondary_muscles],
    };
    await (initial.id === undefined ? createExercise({ id, ...body }) : changeExercise(id, body));
    onSaved({ id });
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t`Name`}
        value={values.name}
        maxLength={200}
        required
        autoFocus={values.name === ""}
        error={tried && name === "" ? t`Give it a name.` : undefined}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Select
        label={t`Equipment`}
        value={values.equipment}
        options={(Object.keys(EQUIPMENT_NAMES) as Equipment[]).map((value) => ({ value, label: i18n._(EQUIPMENT_NAMES[value]) }))}
        onValue={(equipment) => change({ equipment })}
      />
      <TrackingChoice value={values.tracking} onValue={(tracking) => change({ tracking })} />
      <MuscleChoice primary={values.primary_muscles} secondary={values.secondary_muscles} onChange={change} />
      <Switch
        label={t`One side at a time`}
        hint={t`Left and right are done one after the other.`}
        checked={values.unilateral}
        onChange={(unilateral) => change({ unilateral })}
      />
      <TextArea label={t`Notes`} rows={2} value={values.notes} onChange={(event) => change({ notes: event.target.value })} />
      <Button type="submit" variant="primary" size="large" wide>
        {initial.id === undefined ? <Trans>Create exercise</Trans> : <Trans>Save</Trans>}
      </Button>
    </form>
  );
}

function startValues(initial: Partial<Exercise>): Values {
  return {
    name: initial.name ?? "",
    equipment: initial.equipment ?? "other",
    tracking: initial.tracking ?? "weight_reps",
    primary_muscles: initial.primary_muscles ?? [],
    secondary_muscles: initial.secondary_muscles ?? [],
    unilateral: initial.unilateral ?? false,
    notes: initial.notes ?? "",
  };
}
