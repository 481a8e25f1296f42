import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Redirect, useLocation, useParams } from "wouter";
import type { Workout } from "@/db/documents.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import { templateChange } from "@/features/programs/commands.ts";
import type { TemplateExercise } from "@/features/programs/template-changes.ts";
import { nowMs } from "@/lib/clock.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { TextField } from "@/ui/field.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { changeWorkout, writeAll } from "../commands.ts";
import { finishOperations, planFinish, unfinishOperations, type FinishPlan } from "../finish-plan.ts";
import { MissingWorkout, WaitingWorkout } from "../missing-workout.tsx";
import { useWorkout } from "../queries.ts";
import { NoteField } from "../screen/note-field.tsx";
import { skipRest } from "../timer/rest-store.ts";
import { workoutTitle } from "../workout-totals.ts";
import { FinishMuscles } from "./finish-muscles.tsx";
import { FinishNotices } from "./finish-notices.tsx";
import { FinishRecords } from "./finish-records.tsx";
import { FinishTotals } from "./finish-totals.tsx";
import { TemplateQuestion } from "./template-question.tsx";
import { useTemplateProposal, type TemplateProposal } from "./use-template-proposal.ts";
import styles from "./finish.module.css";

interface FinishProps {
  /** What the workout, as it will be saved, changes in the program it belongs to. */
  readonly renderChanges?: ((workout: Workout) => React.ReactNode) | undefined;
}

/** The end of a workout: what it came to, what it leaves behind, and one button. */
export function FinishPage({ renderChanges }: FinishProps) {
  const { id } = useParams<{ id: string }>();
  const workout = useWorkout(id);
  if (workout === undefined) return <WaitingWorkout />;
  if (workout === null) return <MissingWorkout />;
  return <ShownFinish key={id} workout={workout} renderChanges={renderChanges} />;
}

function ShownFinish({ workout, renderChanges }: { readonly workout: Workout } & FinishProps) {
  const { t } = useLingui();
  const format = useFormat();
  const exercises = useExerciseMap();
  const [, navigate] = useLocation();
  const [opened_at_ms] = useState(nowMs);
  const [was_live] = useState(workout.finished_at === null);
  const [updates_template, setUpdates] = useState(true);
  const [saving, setSaving] = useState(false);
  const plan = planFinish(workout, opened_at_ms);
  const proposal = useTemplateProposal(plan.workout);
  const done = plan.workout.exercises.length > 0;
  const back = was_live ? `/train/${workout.id}` : `/workouts/${workout.id}/edit`;
  const title = workoutTitle(plan.workout, exercises);
  // Saved meanwhile, perhaps on another device: then it is only to be looked at.
  if (was_live && workout.finished_at !== null && !saving) return <Redirect to={`/workouts/${workout.id}`} replace />;

  const templateOperations = (choose: (one: TemplateProposal) => TemplateExercise[]) =>
    proposal && updates_template ? [templateChange(proposal.template.id, { exercises: choose(proposal) })] : [];
  const save = async () => {
    setSaving(true);
    try {
      await writeAll([...finishOperations(workout, plan), ...templateOperations((one) => one.exercises)]);
    } catch {
      setSaving(false);
      showToast(t`This device could not store the workout.`, { tone: "danger" });
      return;
    }
    if (was_live) skipRest();
    navigate(`/workouts/${workout.id}`, { replace: true });
    showToast(t`Workout saved`, { action: { label: t`Undo`, run: () => void undo(plan) } });
  };
  const undo = async (saved: FinishPlan) => {
    await writeAll([...unfinishOperations(workout, saved), ...templateOperations((one) => one.template.exercises)]);
    navigate(back);
  };
  return (
    <Page
      title={was_live ? t`Finish` : t`All right?`}
      subtitle={format.date(workout.local_date, "full")}
      back={back}
      wide
      footer={
        done ? (
          <Button variant="primary" size="large" wide busy={saving} onClick={() => void save()}>
            {t`Save`}
          </Button>
        ) : (
          <ButtonLink href={back} variant="primary" size="large" wide>
            {t`Back to the workout`}
          </ButtonLink>
        )
      }
    >
      <FinishNotices plan={plan} exercises={exercises} format={format} done={done} />
      {done && (
        <Columns aside={<FinishMuscles workout={plan.workout} exercises={exercises} format={format} />}>
          <FinishTotals workout={plan.workout} exercises={exercises} format={format} />
          <FinishRecords workout={plan.workout} exercises={exercises} format={format} />
          {workout.program && renderChanges?.(plan.workout)}
          {proposal && (
            <TemplateQuestion
              proposal={proposal}
              exercises={exercises}
              format={format}
              yes={updates_template}
              onAnswer={setUpdates}
            />
          )}
          <div className={styles.words}>
            <TextField
              label={t`Title`}
              defaultValue={workout.title}
              placeholder={title}
              maxLength={200}
              onBlur={(event) => {
                if (event.target.value !== workout.title) void changeWorkout(workout.id, { title: event.target.value });
              }}
            />
            <NoteField label={t`Notes`} value={workout.notes} onSave={(notes) => void changeWorkout(workout.id, { notes })} />
          </div>
        </Columns>
      )}
    </Page>
  );
}
