import { Trans, useLingui } from "@lingui/react/macro";
import { Dumbbell, Pencil, Settings2, Star } from "lucide-react";
import { useState } from "react";
import { useParams } from "wouter";
import { useFormat } from "@/features/auth/use-format.ts";
import { changePreference } from "@/features/exercises/commands.ts";
import { MuscleMap } from "@/features/exercises/muscle-map.tsx";
import { OwnExerciseDialog } from "@/features/exercises/own-exercise-dialog.tsx";
import { useExercise, type ExerciseForMe } from "@/features/exercises/use-exercises.ts";
import { EQUIPMENT_NAMES, MUSCLE_NAMES } from "@/features/exercises/vocabulary.ts";
import { useWide } from "@/features/workouts/use-wide.ts";
import type { Exercise } from "@/db/documents.ts";
import { useSyncStatus } from "@/sync/status.ts";
import { newId } from "@/lib/ids.ts";
import { ButtonLink, IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Chip, ChipRow } from "@/ui/chip.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { ExerciseChart } from "./exercise-chart.tsx";
import { ExercisePreferences } from "./exercise-preferences.tsx";
import { ExerciseRecords } from "./exercise-records.tsx";
import { ExerciseSessions } from "./exercise-sessions.tsx";
import { HistoryArriving, useHistoryArriving } from "./history-arriving.tsx";
import type { HistoryRange } from "./local-exercise-history.ts";
import { useExerciseHistory } from "./use-exercise-history.ts";
import styles from "./analytics.module.css";

export function ExercisePage() {
  const { t } = useLingui();
  const { id } = useParams<{ id: string }>();
  const exercise = useExercise(id);
  const { phase } = useSyncStatus();
  if (exercise) return <ShownExercise key={id} exercise={exercise} />;
  return (
    <Page title={t`Exercise`} back="/exercises">
      {exercise === undefined || phase === "pulling" ? (
        <Skeleton heights={[48, 340, 240]} />
      ) : (
        <EmptyState
          icon={<Dumbbell size={28} />}
          title={t`There is no such exercise`}
          actions={<ButtonLink href="/exercises">{t`All exercises`}</ButtonLink>}
        >
          <Trans>It may be on its way to this device.</Trans>
        </EmptyState>
      )}
    </Page>
  );
}

function ShownExercise({ exercise }: { readonly exercise: ExerciseForMe }) {
  const { t, i18n } = useLingui();
  const [setting, setSetting] = useState(false);
  const [editing, setEditing] = useState(false);
  const favour = () => changePreference(exercise.id, { favourite: !exercise.favourite });
  return (
    <Page
      title={exercise.name}
      back="/exercises"
      wide
      actions={
        <>
          <IconButton
            label={exercise.favourite ? t`Remove from favourites` : t`Add to favourites`}
            pressed={exercise.favourite}
            icon={<Star size={22} fill={exercise.favourite ? "currentColor" : "none"} aria-hidden="true" />}
            onClick={() => void favour()}
          />
          {exercise.is_custom && !exercise.is_archived && (
            <IconButton label={t`Edit exercise`} icon={<Pencil size={22} aria-hidden="true" />} onClick={() => setEditing(true)} />
          )}
          <IconButton label={t`How I do it`} icon={<Settings2 size={22} aria-hidden="true" />} onClick={() => setSetting(true)} />
        </>
      }
    >
      <ChipRow>
        <Chip>{i18n._(EQUIPMENT_NAMES[exercise.equipment])}</Chip>
        {exercise.primary_muscles.map((muscle) => (
          <Chip key={muscle} tone="accent">
            {i18n._(MUSCLE_NAMES[muscle])}
          </Chip>
        ))}
        {exercise.unilateral && <Chip>{t`One side at a time`}</Chip>}
        {exercise.is_custom && <Chip>{t`Your own`}</Chip>}
      </ChipRow>
      <ExerciseBody exercise={exercise} />
      {setting && <ExercisePreferences exercise={exercise} onClose={() => setSetting(false)} />}
      {editing && <OwnExerciseDialog exercise={exercise} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function ExerciseBody({ exercise }: { readonly exercise: Exercise }) {
  const format = useFormat();
  const wide = useWide();
  const [chosen, setChosen] = useState<HistoryRange | null>(null);
  const [is_old, setOld] = useState(false);
  const range = chosen ?? (is_old ? "all" : "1y");
  const found = useExerciseHistory(exercise, range, format.today);
  // Somebody who brings years of another app has nothing in the last one: begin with all of it.
  if (!is_old && found && found.total_sets > 0 && found.days.length === 0) setOld(true);
  // While another range is computed, the last one stays: no flash of placeholders at every tap.
  const [shown, setShown] = useState(found);
  if (found && found !== shown) setShown(found);
  const history = found ?? shown;
  const arriving = useHistoryArriving();
  if (arriving) {
    return (
      <>
        <HistoryArriving />
        <About exercise={exercise} />
      </>
    );
  }
  const unit = exercise.weight_unit ?? format.weight_unit;
  const shared = { tracking: exercise.tracking, unit, format };
  const records = history && <ExerciseRecords records={history.records} beaten={history.beaten} {...shared} />;
  const sessions = history && history.total_sets > 0 && <ExerciseSessions history={history} {...shared} />;
  const about = <About exercise={exercise} />;
  const chart = (
    <>
      {!history && <Skeleton heights={[430, 240]} />}
      {history?.total_sets === 0 && <NoSets exercise_id={exercise.id} />}
      {history && history.total_sets > 0 && (
        <ExerciseChart exercise={exercise} history={history} range={range} onRange={setChosen} unit={unit} format={format} />
      )}
    </>
  );
  if (!wide) {
    return (
      <>
        {chart}
        {records}
        {sessions}
        {about}
      </>
    );
  }
  return (
    <Columns
      aside={
        <>
          {records}
          {about}
        </>
      }
    >
      {chart}
      {sessions}
    </Columns>
  );
}

function NoSets({ exercise_id }: { readonly exercise_id: string }) {
  const { t } = useLingui();
  const [workout_id] = useState(() => newId());
  return (
    <Card>
      <EmptyState
        small
        icon={<Dumbbell size={24} />}
        title={t`No sets of this exercise yet`}
        actions={
          <ButtonLink href={`/train?exercise=${exercise_id}&new=${workout_id}`} variant="primary">
            {t`Start a workout with it`}
          </ButtonLink>
        }
      >
        <Trans>Charts and records appear with the first sets.</Trans>
      </EmptyState>
    </Card>
  );
}

function About({ exercise }: { readonly exercise: Exercise }) {
  const { t } = useLingui();
  const has_muscles = exercise.primary_muscles.length + exercise.secondary_muscles.length > 0;
  if (!has_muscles && exercise.cue === null && exercise.notes === "") return null;
  return (
    <Card title={t`About this exercise`}>
      {exercise.cue !== null && <p>{exercise.cue}</p>}
      {exercise.notes !== "" && <p className={styles.ownNotes}>{exercise.notes}</p>}
      {has_muscles && <MuscleMap primary={exercise.primary_muscles} secondary={exercise.secondary_muscles} />}
    </Card>
  );
}
