import { Trans, useLingui } from "@lingui/react/macro";
import { CloudOff, Dumbbell, Pencil, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useLocation, useParams } from "wouter";
import type { Workout } from "@/db/documents.ts";
import { useSyncStatus } from "@/sync/status.ts";
import { ButtonLink, IconButton } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { useWorkout } from "./queries.ts";
import { useDeleteWorkout } from "./use-delete-workout.ts";
import { useWorkoutHeading } from "./use-workout-heading.ts";
import { WorkoutView } from "./workout-view.tsx";

// Writing is rarer than reading: its code comes with the first tap on the pencil.
const EditWorkout = lazy(async () => ({ default: (await import("./workout-edit.tsx")).WorkoutEdit }));

export function WorkoutPage() {
  const { id } = useParams<{ id: string }>();
  const workout = useWorkout(id);
  if (workout === undefined) return <WaitingPage />;
  return workout ? <ShownWorkout key={id} workout={workout} /> : <MissingWorkout />;
}

function ShownWorkout({ workout }: { readonly workout: Workout }) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const [, navigate] = useLocation();
  const deleteWithUndo = useDeleteWorkout();
  const { title, subtitle } = useWorkoutHeading(workout);
  if (editing) {
    return (
      <Suspense fallback={<WaitingPage />}>
        <EditWorkout workout={workout} onClose={() => setEditing(false)} />
      </Suspense>
    );
  }
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
          <IconButton label={t`Edit`} icon={<Pencil size={20} aria-hidden="true" />} onClick={() => setEditing(true)} />
          <IconButton label={t`Delete`} icon={<Trash2 size={20} aria-hidden="true" />} onClick={() => void remove()} />
        </>
      }
    >
      <WorkoutView workout={workout} />
    </Page>
  );
}

function WaitingPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Workout`} back="/history">
      <Skeleton heights={[84, 240, 240]} />
    </Page>
  );
}

function MissingWorkout() {
  const { t } = useLingui();
  const { complete, phase } = useSyncStatus();
  if (!complete && phase === "pulling") return <WaitingPage />;
  return (
    <Page title={t`Workout`} back="/history">
      <EmptyState
        icon={complete ? <Dumbbell size={28} /> : <CloudOff size={28} />}
        title={complete ? t`This workout does not exist` : t`This workout is not on the device`}
        actions={
          <ButtonLink href="/history" variant="primary">
            {t`All workouts`}
          </ButtonLink>
        }
      >
        {complete ? <Trans>It may have been deleted on another device.</Trans> : <Trans>It appears after the next sync.</Trans>}
      </EmptyState>
    </Page>
  );
}
