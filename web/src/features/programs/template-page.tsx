import { Trans, useLingui } from "@lingui/react/macro";
import { LayoutList, Play, Plus, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useLocation, useParams } from "wouter";
import type { Template } from "@/db/documents.ts";
import { ExercisePicker } from "@/features/exercises/exercise-picker.tsx";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import { newId } from "@/lib/ids.ts";
import { Button, ButtonLink, IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { TextArea, TextField } from "@/ui/field.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { deleteTemplate, restoreTemplate } from "./commands.ts";
import { useTemplate } from "./queries.ts";
import { TemplateExerciseCard } from "./template-exercise-card.tsx";
import { addExercise, changeExercise, joinToNext, moveExercise, removeExercise } from "./template-edits.ts";
import { useTemplateDraft } from "./use-template-draft.ts";
import styles from "./template.module.css";

/** One template: what it is called, and its exercises with their sets. Every change is kept at once. */
export function TemplatePage({ share }: { readonly share: ReactNode }) {
  const { t } = useLingui();
  const { id } = useParams<{ id: string }>();
  const template = useTemplate(id);
  if (template) return <ShownTemplate key={id} template={template} share={share} />;
  return (
    <Page title={t`Template`} back="/templates">
      {template === undefined ? (
        <Skeleton heights={[56, 160, 160]} />
      ) : (
        <EmptyState icon={<LayoutList size={28} />} title={t`This template does not exist`}>
          <Trans>It may have been deleted on another device.</Trans>
        </EmptyState>
      )}
    </Page>
  );
}

interface ShownTemplateProps {
  readonly template: Template;
  /** Ways to pass the template on; they belong to a higher slice. */
  readonly share: ReactNode;
}

function ShownTemplate({ template, share }: ShownTemplateProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const exercises = useExerciseMap();
  const { draft, change, flush } = useTemplateDraft(template);
  const [picking, setPicking] = useState(false);
  const [workout_id] = useState(() => newId());
  const setExercises = (next: Template["exercises"]) => change({ exercises: next });
  const remove = async () => {
    await flush();
    await deleteTemplate(template.id);
    navigate("/templates", { replace: true });
    showToast(t`Template deleted`, { action: { label: t`Undo`, run: () => void restoreTemplate({ ...template, ...draft }) } });
  };
  const nothing = draft.name.trim() === "";
  return (
    <Page
      title={nothing ? t`Template` : draft.name}
      back="/templates"
      actions={
        <>
          {share}
          <IconButton label={t`Delete`} icon={<Trash2 size={20} aria-hidden="true" />} onClick={() => void remove()} />
        </>
      }
      footer={
        <ButtonLink
          href={`/train?template=${template.id}&new=${workout_id}`}
          variant="primary"
          size="large"
          wide
          icon={<Play size={20} fill="currentColor" aria-hidden="true" />}
        >
          {t`Start workout`}
        </ButtonLink>
      }
    >
      <Card>
        <TextField
          label={t`Name`}
          value={draft.name}
          maxLength={200}
          required
          error={nothing ? t`A template needs a name.` : undefined}
          onChange={(event) => change({ name: event.target.value })}
        />
        <TextField
          label={t`Folder`}
          value={draft.folder}
          maxLength={200}
          placeholder={t`None`}
          onChange={(event) => change({ folder: event.target.value })}
        />
        <TextArea label={t`Notes`} rows={2} value={draft.notes} onChange={(event) => change({ notes: event.target.value })} />
      </Card>
      {draft.exercises.map((exercise, index) => (
        <TemplateExerciseCard
          key={exercise.id}
          exercise={exercise}
          shown={exercises?.get(exercise.exercise_id)}
          joined={exercise.superset !== null && exercise.superset === draft.exercises[index + 1]?.superset}
          is_first={index === 0}
          is_last={index === draft.exercises.length - 1}
          onChange={(fields) => setExercises(changeExercise(draft.exercises, exercise.id, fields))}
          onMove={(by) => setExercises(moveExercise(draft.exercises, index, index + by))}
          onJoin={() => setExercises(joinToNext(draft.exercises, index))}
          onRemove={() => {
            setExercises(removeExercise(draft.exercises, exercise.id));
            showToast(t`Exercise removed`, { action: { label: t`Undo`, run: () => setExercises(draft.exercises) } });
          }}
        />
      ))}
      <div className={styles.add}>
        <Button wide icon={<Plus size={20} aria-hidden="true" />} onClick={() => setPicking(true)}>
          {t`Add exercise`}
        </Button>
      </div>
      {picking && (
        <ExercisePicker
          title={t`Add exercise`}
          onClose={() => setPicking(false)}
          onPick={(exercise_id) => {
            setPicking(false);
            setExercises(addExercise(draft.exercises, exercise_id));
          }}
        />
      )}
    </Page>
  );
}
