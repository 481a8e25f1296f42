import { useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp, Ellipsis, Link2, Link2Off, Replace, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Format } from "@/features/auth/use-format.ts";
import type { Tracking } from "@/training/sets.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextArea } from "@/ui/field.tsx";
import { SetEditor } from "./set-editor.tsx";
import type { DraftExercise } from "./workout-draft.ts";
import editorStyles from "./set-editor.module.css";
import styles from "./workout-view.module.css";

interface ExerciseEditorProps {
  readonly name: string;
  readonly entry: DraftExercise;
  readonly index: number;
  readonly count: number;
  /** Joined to the exercise before it. */
  readonly in_superset: boolean;
  readonly tracking: Tracking;
  readonly unit: WeightUnit;
  readonly format: Format;
  readonly onEntry: (change: (entry: DraftExercise) => DraftExercise) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onSuperset: () => void;
  readonly onSwap: () => void;
  readonly onRemove: () => void;
}

/** One exercise of a workout in writing: its sets in a table, everything else behind one button. */
export function ExerciseEditor(props: ExerciseEditorProps) {
  const { name, entry, index, count, in_superset, tracking, unit, format, onEntry, onMove, onSuperset, onSwap, onRemove } = props;
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const closing = (act: () => void) => () => {
    setOpen(false);
    act();
  };
  return (
    <Card flush>
      <div className={styles.editHeader}>
        <h2 className={styles.exerciseName}>{name}</h2>
        <IconButton label={t`More about ${name}`} icon={<Ellipsis size={22} aria-hidden="true" />} onClick={() => setOpen(true)} />
      </div>
      {entry.notes !== "" && <p className={styles.editNotes}>{entry.notes}</p>}
      <SetEditor name={name} entry={entry} tracking={tracking} unit={unit} format={format} onEntry={onEntry} />
      <Dialog
        open={open}
        title={name}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button variant="danger" icon={<Trash2 size={18} aria-hidden="true" />} onClick={closing(onRemove)}>
              {t`Remove`}
            </Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              {t`Done`}
            </Button>
          </>
        }
      >
        <TextArea
          label={t`Note`}
          rows={2}
          value={entry.notes}
          onChange={(event) => onEntry((current) => ({ ...current, notes: event.target.value }))}
        />
        <div className={editorStyles.moves}>
          <Button disabled={index === 0} icon={<ArrowUp size={18} aria-hidden="true" />} onClick={() => onMove(-1)}>
            {t`Move up`}
          </Button>
          <Button disabled={index === count - 1} icon={<ArrowDown size={18} aria-hidden="true" />} onClick={() => onMove(1)}>
            {t`Move down`}
          </Button>
        </div>
        <Button icon={<Replace size={18} aria-hidden="true" />} onClick={closing(onSwap)}>
          {t`Swap exercise`}
        </Button>
        {index > 0 && (
          <Button
            icon={in_superset ? <Link2Off size={18} aria-hidden="true" /> : <Link2 size={18} aria-hidden="true" />}
            onClick={onSuperset}
          >
            {in_superset ? t`Take out of the superset` : t`Superset with the exercise above`}
          </Button>
        )}
      </Dialog>
    </Card>
  );
}
