import { Trans, useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import { ExercisePicker } from "@/features/exercises/exercise-picker.tsx";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import { Button } from "@/ui/button.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { ExerciseEditor } from "./exercise-editor.tsx";
import { groupSupersets } from "./superset-groups.ts";
import { changeExercise, move, newDraftExercise, toggleSuperset, type DraftExercise, type WorkoutDraft } from "./workout-draft.ts";
import { trackingOf } from "./workout-totals.ts";
import { WorkoutDetails } from "./workout-details.tsx";
import { Superset } from "./workout-view.tsx";
import styles from "./workout-view.module.css";

interface WorkoutEditorProps {
  readonly draft: WorkoutDraft;
  readonly onDraft: (change: (draft: WorkoutDraft) => WorkoutDraft) => void;
  /** Whether title, date and notes are unfolded from the start: for a new workout. */
  readonly details_open?: boolean;
}

/** Everything about a workout that can be written: for logging a past one and for correcting one. */
export function WorkoutEditor({ draft, onDraft, details_open = false }: WorkoutEditorProps) {
  const { t } = useLingui();
  const format = useFormat();
  const exercises = useExerciseMap();
  // `true`: add one; an id: swap that entry's exercise.
  const [picking, setPicking] = useState<true | string | null>(null);

  const pick = (exercise_id: string) => {
    const target = picking;
    setPicking(null);
    if (target === true) onDraft((current) => ({ ...current, exercises: [...current.exercises, newDraftExercise(exercise_id)] }));
    else if (target !== null) onDraft((current) => changeExercise(current, target, (entry) => ({ ...entry, exercise_id })));
  };
  const remove = (entry: DraftExercise, index: number) => {
    onDraft((current) => ({ ...current, exercises: current.exercises.filter((one) => one.id !== entry.id) }));
    const undo = () => onDraft((current) => ({ ...current, exercises: current.exercises.toSpliced(index, 0, entry) }));
    showToast(t`Exercise removed`, { action: { label: t`Undo`, run: undo } });
  };
  return (
    <div className={styles.view}>
      <WorkoutDetails draft={draft} onDraft={onDraft} open={details_open} />
      {groupSupersets(draft.exercises).map((group) => (
        <Superset key={group.entries[0]?.id} letter={group.letter}>
          {group.entries.map((entry) => {
            const index = draft.exercises.indexOf(entry);
            const exercise = exercises?.get(entry.exercise_id);
            return (
              <ExerciseEditor
                key={entry.id}
                name={exercise?.name ?? t`Exercise`}
                entry={entry}
                index={index}
                count={draft.exercises.length}
                in_superset={entry.superset !== null && entry.superset === draft.exercises[index - 1]?.superset}
                tracking={trackingOf(exercises, entry.exercise_id)}
                unit={exercise?.weight_unit ?? format.weight_unit}
                format={format}
                onEntry={(change) => onDraft((current) => changeExercise(current, entry.id, change))}
                onMove={(by) => onDraft((current) => ({ ...current, exercises: move(current.exercises, index, index + by) }))}
                onSuperset={() => onDraft((current) => toggleSuperset(current, entry.id))}
                onSwap={() => setPicking(entry.id)}
                onRemove={() => remove(entry, index)}
              />
            );
          })}
        </Superset>
      ))}
      {draft.exercises.length === 0 && (
        <p className={styles.notes}>
          <Trans>No exercises yet. Add the first one.</Trans>
        </p>
      )}
      <Button icon={<Plus size={20} aria-hidden="true" />} size="large" wide onClick={() => setPicking(true)}>
        {t`Add exercise`}
      </Button>
      {picking !== null && (
        <ExercisePicker
          title={picking === true ? t`Add exercise` : t`Swap exercise`}
          onClose={() => setPicking(null)}
          onPick={pick}
        />
      )}
    </div>
  );
}
