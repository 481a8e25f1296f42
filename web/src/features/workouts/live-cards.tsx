import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Combine, Play } from "lucide-react";
import type { Workout } from "@/db/documents.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { formatDuration } from "@/lib/format.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/states.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { mergeWorkouts, unmergeWorkouts } from "./merge-workouts.ts";
import { useNow } from "./timer/use-now.ts";
import { workoutTitle } from "./workout-totals.ts";
import styles from "./train.module.css";

interface LiveCardsProps {
  /** Newest first. */
  readonly workouts: readonly Workout[];
  readonly exercises: ExerciseMap | undefined;
}

/** Every workout that is under way; two of them, from two devices, may become one. */
export function LiveCards({ workouts, exercises }: LiveCardsProps) {
  const { t } = useLingui();
  const [newest, older] = workouts;
  const merge = async () => {
    if (!newest || !older) return;
    const merged = await mergeWorkouts(older, newest);
    showToast(t`The two are one now`, { action: { label: t`Undo`, run: () => void unmergeWorkouts(merged) } });
  };
  return (
    <>
      {workouts.map((workout) => (
        <LiveCard key={workout.id} workout={workout} exercises={exercises} />
      ))}
      {older && (
        <Notice tone="plain" icon={<Combine size={20} />}>
          <p>
            <Trans>Two workouts are under way, perhaps on two devices. Both are kept.</Trans>
          </p>
          <Button onClick={() => void merge()}>{t`Make them one`}</Button>
        </Notice>
      )}
    </>
  );
}

function LiveCard({ workout, exercises }: { readonly workout: Workout; readonly exercises: ExerciseMap | undefined }) {
  const { t } = useLingui();
  const format = useFormat();
  const now_ms = useNow(1000);
  const done = workout.exercises.reduce((sum, entry) => sum + entry.sets.filter((set) => set.completed).length, 0);
  const open = workout.exercises.reduce((sum, entry) => sum + entry.sets.filter((set) => !set.completed).length, 0);
  return (
    <Card
      tone="accent"
      title={workoutTitle(workout, exercises) || t`Workout`}
      aside={<span className={styles.clock}>{formatDuration((now_ms - Date.parse(workout.started_at)) / 1000)}</span>}
    >
      <p className={styles.muted}>
        {t`Since ${format.timeIn(workout.started_at, workout.time_zone)}`} ·{" "}
        <Plural value={done} one="# set done" other="# sets done" />
        {open > 0 && <> · {t`${open} to do`}</>}
      </p>
      <ButtonLink
        href={`/train/${workout.id}`}
        variant="primary"
        size="large"
        wide
        icon={<Play size={20} fill="currentColor" aria-hidden="true" />}
      >
        {t`Continue`}
      </ButtonLink>
    </Card>
  );
}
