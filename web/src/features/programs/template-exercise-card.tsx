import { useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp, Link2, Link2Off, Plus, Trash2, X } from "lucide-react";
import { useFormat } from "@/features/auth/use-format.ts";
import type { ExerciseForMe } from "@/features/exercises/use-exercises.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { TextField } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { KIND_NAMES, SET_KINDS } from "./set-kinds.ts";
import { addSet, changeSet } from "./template-edits.ts";
import type { TemplateExercise, TemplateSet } from "./template-changes.ts";
import styles from "./template.module.css";

interface TemplateExerciseCardProps {
  readonly exercise: TemplateExercise;
  readonly shown: ExerciseForMe | undefined;
  /** Done in turns with the next one. */
  readonly joined: boolean;
  readonly is_first: boolean;
  readonly is_last: boolean;
  readonly onChange: (fields: Partial<TemplateExercise>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onJoin: () => void;
  readonly onRemove: () => void;
}

/** One exercise of a template with the sets it asks for. What is left empty is as last time. */
export function TemplateExerciseCard(props: TemplateExerciseCardProps) {
  const { exercise, shown, joined, is_first, is_last, onChange, onMove, onJoin, onRemove } = props;
  const { t } = useLingui();
  const name = shown?.name ?? t`Exercise`;
  const setSets = (sets: TemplateSet[]) => onChange({ sets });
  return (
    <Card
      title={name}
      aside={
        <div className={styles.buttons}>
          <IconButton
            label={t`Move ${name} up`}
            disabled={is_first}
            icon={<ArrowUp size={20} aria-hidden="true" />}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={t`Move ${name} down`}
            disabled={is_last}
            icon={<ArrowDown size={20} aria-hidden="true" />}
            onClick={() => onMove(1)}
          />
          <IconButton label={t`Remove ${name}`} icon={<Trash2 size={20} aria-hidden="true" />} onClick={onRemove} />
        </div>
      }
    >
      <ol className={styles.sets}>
        {exercise.sets.map((set, index) => (
          <SetLine
            // Sets of a template have no ids; their place is their name.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            set={set}
            place={index + 1}
            exercise={shown}
            onChange={(fields) => setSets(changeSet(exercise.sets, index, fields))}
            onRemove={() => setSets(exercise.sets.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <div className={styles.below}>
        <Button variant="quiet" icon={<Plus size={18} aria-hidden="true" />} onClick={() => setSets(addSet(exercise.sets))}>
          {t`Add set`}
        </Button>
        {!is_last && (
          <Button
            variant="quiet"
            icon={joined ? <Link2Off size={18} aria-hidden="true" /> : <Link2 size={18} aria-hidden="true" />}
            onClick={onJoin}
          >
            {joined ? t`Part the superset` : t`Superset with the next`}
          </Button>
        )}
      </div>
      <TextField
        label={t`Note`}
        value={exercise.notes}
        maxLength={2000}
        onChange={(event) => onChange({ notes: event.target.value })}
      />
    </Card>
  );
}

interface SetLineProps {
  readonly set: TemplateSet;
  readonly place: number;
  readonly exercise: ExerciseForMe | undefined;
  readonly onChange: (fields: Partial<TemplateSet>) => void;
  readonly onRemove: () => void;
}

function SetLine({ set, place, exercise, onChange, onRemove }: SetLineProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const tracking = exercise?.tracking ?? "weight_reps";
  const unit = set.weight_unit ?? exercise?.weight_unit ?? format.weight_unit;
  const has = (...kinds: readonly string[]) => kinds.includes(tracking);
  return (
    <li className={styles.set}>
      <select
        className={styles.kind}
        aria-label={t`Kind of set ${place}`}
        value={set.kind}
        onChange={(event) => onChange({ kind: event.target.value as TemplateSet["kind"] })}
      >
        {SET_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {i18n._(KIND_NAMES[kind])}
          </option>
        ))}
      </select>
      {has("weight_reps", "bodyweight_reps", "assisted_reps", "reps") && (
        <NumberField
          plain
          hide_label
          label={t`Reps of set ${place}`}
          unit={t`reps`}
          value={set.reps}
          min={0}
          max={2000}
          digits={0}
          onValue={(reps) => onChange({ reps })}
        />
      )}
      {has("duration", "weight_duration", "distance_duration") && (
        <NumberField
          plain
          hide_label
          label={t`Seconds of set ${place}`}
          unit="s"
          value={set.duration_s}
          min={0}
          max={86_400}
          digits={0}
          step={5}
          onValue={(duration_s) => onChange({ duration_s })}
        />
      )}
      {has("weight_reps", "bodyweight_reps", "assisted_reps", "weight_duration", "weight_distance") && (
        <NumberField
          plain
          hide_label
          label={t`Weight of set ${place}; empty is as last time`}
          unit={unit}
          value={set.weight}
          min={has("bodyweight_reps") ? -500 : 0}
          max={2000}
          digits={2}
          step={2.5}
          onValue={(weight) => onChange({ weight, weight_unit: weight === null ? null : unit })}
        />
      )}
      <IconButton label={t`Remove set ${place}`} icon={<X size={18} aria-hidden="true" />} onClick={onRemove} />
    </li>
  );
}
