import { useLingui } from "@lingui/react/macro";
import { Maximize2, Trash2 } from "lucide-react";
import { useLocation } from "wouter";
import type { Workout } from "@/db/documents.ts";
import { ButtonLink, IconButton } from "@/ui/button.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { useWorkout } from "./queries.ts";
import { useDeleteWorkout } from "./use-delete-workout.ts";
import { useWorkoutHeading } from "./use-workout-heading.ts";
import { WorkoutView } from "./workout-view.tsx";
import styles from "./history.module.css";

/** A workout beside the list, on windows with room for both. */
export function WorkoutPanel({ workout_id }: { readonly workout_id: string }) {
  const workout = useWorkout(workout_id);
  if (workout === undefined) return <Skeleton heights={[48, 84, 240]} />;
  return workout && <ShownPanel workout={workout} />;
}

function ShownPanel({ workout }: { readonly workout: Workout }) {
  const { t } = useLingui();
  const { title, subtitle } = useWorkoutHeading(workout);
  const [, navigate] = useLocation();
  const deleteWithUndo = useDeleteWorkout();
  const remove = async () => {
    if (await deleteWithUndo(workout)) navigate("/history", { replace: true });
  };
  return (
    <section aria-label={title} className={styles.panel}>
      <div className={styles.panelHeader}>
        <div>
          <h2 className={styles.panelTitle}>{title}</h2>
          <p className={styles.panelSubtitle}>{subtitle}</p>
        </div>
        <div className={styles.panelActions}>
          <ButtonLink href={`/workouts/${workout.id}`} icon={<Maximize2 size={16} aria-hidden="true" />}>
            {t`Open`}
          </ButtonLink>
          <IconButton label={t`Delete`} icon={<Trash2 size={20} aria-hidden="true" />} onClick={() => void remove()} />
        </div>
      </div>
      <WorkoutView workout={workout} />
    </section>
  );
}
