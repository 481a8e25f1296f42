import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { FileUp, PencilLine, Repeat2 } from "lucide-react";
import { useFormat } from "@/features/auth/use-format.ts";
import { useExerciseMap, type ExerciseMap } from "@/features/exercises/use-exercises.ts";
import type { Workout } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";
import { localDate } from "@/lib/clock.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Columns, Page, Section } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { countSets, keepDraft, useStoredDraft, type StoredDraft } from "./new-workout-draft.ts";
import { findRepeatable } from "./repeatable-workouts.ts";
import { workoutTitle } from "./workout-totals.ts";
import styles from "./train.module.css";

/** Where training is written down: the draft, an empty workout, or one of the last ones again. */
export function TrainPage() {
  const { t } = useLingui();
  const draft = useStoredDraft();
  const exercises = useExerciseMap();
  const workouts = useLive(findRepeatable, []);
  return (
    <Page title={t`Train`} wide>
      <Columns aside={draft ? <DraftCard stored={draft} exercises={exercises} /> : <StartCard />} aside_first>
        {!workouts && <Skeleton heights={[56, 56, 56]} />}
        {workouts && workouts.length > 0 && (
          <Section title={t`Do it again`}>
            <List>
              {workouts.map((workout) => (
                <RepeatRow key={workout.id} workout={workout} exercises={exercises} />
              ))}
            </List>
          </Section>
        )}
        {workouts?.length === 0 && (
          <List>
            <Row
              href="/import"
              leading={<FileUp size={22} aria-hidden="true" />}
              title={t`Bring your history`}
              subtitle={t`Then every exercise starts with what you did last.`}
            />
          </List>
        )}
      </Columns>
    </Page>
  );
}

function StartCard() {
  const { t } = useLingui();
  return (
    <Card>
      <div className={styles.start}>
        <PencilLine size={32} className={styles.icon} aria-hidden="true" />
        <p className={styles.lead}>
          <Trans>What did you train?</Trans>
        </p>
        <p className={styles.muted}>
          <Trans>Today's or an earlier one. Each exercise comes with the sets of the last time.</Trans>
        </p>
      </div>
      <ButtonLink href="/workouts/new" variant="primary" size="large" wide>
        {t`Log a workout`}
      </ButtonLink>
    </Card>
  );
}

interface DraftCardProps {
  readonly stored: StoredDraft;
  readonly exercises: ExerciseMap | undefined;
}

function DraftCard({ stored, exercises }: DraftCardProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { draft } = stored;
  const sets = countSets(draft);
  const names = draft.exercises.flatMap((entry) => exercises?.get(entry.exercise_id)?.name ?? []);
  const discard = async () => {
    await keepDraft(null);
    showToast(t`Draft discarded`, { action: { label: t`Undo`, run: () => void keepDraft(stored) } });
  };
  return (
    <Card tone="accent" title={<Trans>Not saved yet</Trans>}>
      <div>
        <p className={styles.lead}>{draft.title.trim() || names.slice(0, 2).join(", ") || t`Workout`}</p>
        <p className={styles.muted}>
          {format.day(localDate(Date.parse(draft.started_at), draft.time_zone))} ·{" "}
          <Plural value={draft.exercises.length} one="# exercise" other="# exercises" /> ·{" "}
          <Plural value={sets} one="# set" other="# sets" />
        </p>
      </div>
      <div className={styles.buttons}>
        <Button size="large" onClick={() => void discard()}>
          {t`Discard`}
        </Button>
        <ButtonLink href="/workouts/new" variant="primary" size="large">
          {t`Go on writing`}
        </ButtonLink>
      </div>
    </Card>
  );
}

interface RepeatRowProps {
  readonly workout: Workout;
  readonly exercises: ExerciseMap | undefined;
}

function RepeatRow({ workout, exercises }: RepeatRowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const names = [...new Set(workout.exercises.map((entry) => entry.exercise_id))].map(
    (id) => exercises?.get(id)?.name ?? t`Exercise`,
  );
  return (
    <Row
      href={`/workouts/new?repeat=${workout.id}`}
      leading={<Repeat2 size={22} aria-hidden="true" />}
      title={workoutTitle(workout, exercises) || t`Workout`}
      subtitle={
        <span className={styles.twoLines}>
          {format.day(workout.local_date)} · {names.join(", ")}
        </span>
      }
    />
  );
}
