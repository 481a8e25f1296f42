import { useLingui } from "@lingui/react/macro";
import { BookmarkPlus, Pencil, Repeat2, Trash2 } from "lucide-react";
import { Redirect, useLocation, useParams } from "wouter";
import type { Workout } from "@/db/documents.ts";
import { Button, ButtonLink, IconButton } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { isLive } from "./live-workouts.ts";
import { MissingWorkout, WaitingWorkout } from "./missing-workout.tsx";
import { useWorkout } from "./queries.ts";
import { useDeleteWorkout } from "./use-delete-workout.ts";
import { useSaveAsTemplate } from "./use-save-as-template.ts";
import { useStart } from "./use-start.ts";
import { useWorkoutHeading } from "./use-workout-heading.ts";
import { WorkoutView } from "./workout-view.tsx";
import styles from "./workout-view.module.css";

/** A workout to read; it is corrected on the workout screen. */
export function WorkoutPage() {
  const { id } = useParams<{ id: string }>();
  const workout = useWorkout(id);
  if (workout === undefined) return <WaitingWorkout />;
  if (workout === null) return <MissingWorkout />;
  return isLive(workout) ? <Redirect to={`/train/${id}`} replace /> : <ShownWorkout key={id} workout={workout} />;
}

function ShownWorkout({ workout }: { readonly workout: Workout }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const deleteWithUndo = useDeleteWorkout();
  const saveAsTemplate = useSaveAsTemplate();
  const { start, busy } = useStart();
  const { title, subtitle } = useWorkoutHeading(workout);
  const remove = async () => {
    if (await deleteWithUndo(workout)) navigate("/history");
  };
  return (
    <Page
      title={title}
      subtitle={subtitle}
      back="/history"
      actions={
        <>
          <ButtonLink href={`/workouts/${workout.id}/edit`} variant="quiet" icon={<Pencil size={18} aria-hidden="true" />}>
            {t`Edit`}
          </ButtonLink>
          <IconButton label={t`Delete`} icon={<Trash2 size={20} aria-hidden="true" />} onClick={() => void remove()} />
        </>
      }
    >
      <WorkoutView workout={workout} />
      {workout.exercises.length > 0 && (
        <div className={styles.again}>
          <Button
            busy={busy}
            icon={<Repeat2 size={18} aria-hidden="true" />}
            onClick={() => void start({ kind: "repeat", workout })}
          >
            {t`Do it again`}
          </Button>
          <Button icon={<BookmarkPlus size={18} aria-hidden="true" />} onClick={() => void saveAsTemplate(workout)}>
            {t`Save as template`}
          </Button>
        </div>
      )}
    </Page>
  );
}
