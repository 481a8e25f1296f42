import { useLingui } from "@lingui/react/macro";
import { useEffect, useLayoutEffect, useState } from "react";
import { useParams } from "wouter";
import type { Workout } from "@/db/documents.ts";
import { useProfile } from "@/features/auth/profile.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import { Skeleton } from "@/ui/skeleton.tsx";
import { isLive } from "../live-workouts.ts";
import { MissingWorkout } from "../missing-workout.tsx";
import { unlockSound } from "../timer/signal.ts";
import { restoreRest, startRest } from "../timer/rest-store.ts";
import { restAfter, type RestAbout } from "../timer/rest-time.ts";
import { useRestSignal } from "../timer/use-rest-signal.ts";
import { useWakeLock } from "../timer/use-wake-lock.ts";
import { setPhrase } from "../set-values.ts";
import type { Turn } from "../superset-turn.ts";
import { targetsOfSets } from "../targets.ts";
import { trackingOf } from "../workout-totals.ts";
import { useWorkoutHeading } from "../use-workout-heading.ts";
import { useLoading } from "./use-loading.ts";
import { Layout } from "./layout.tsx";
import { ScreenContext, type ActiveExercise, type Screen, type Sheet } from "./screen-context.ts";
import { useDocument, type WorkoutDocument } from "./use-document.ts";
import { useExerciseActions } from "./use-exercise-actions.ts";
import { useExercisePast } from "./use-exercise-past.ts";
import { useReadAhead } from "./use-read-ahead.ts";
import { useSetActions } from "./use-set-actions.ts";
import { shownEntry, shownSet, START_VIEW, type ViewState } from "./view-state.ts";
import styles from "./layout.module.css";

/** The workout screen: a live workout with its timer, or a past one to log and to correct. */
export function WorkoutScreen() {
  const { id } = useParams<{ id: string }>();
  return <LoadedScreen key={id} workout_id={id} />;
}

function LoadedScreen({ workout_id }: { readonly workout_id: string }) {
  const document = useDocument(workout_id);
  if (document.workout === undefined) return <Waiting />;
  if (document.workout === null) return <MissingWorkout />;
  return <ShownScreen document={document} workout={document.workout} />;
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      <Skeleton heights={[48, 44, 320]} />
    </div>
  );
}

interface ShownProps {
  readonly document: WorkoutDocument;
  readonly workout: Workout;
}

function ShownScreen({ document, workout }: ShownProps) {
  const { t } = useLingui();
  const profile = useProfile();
  const exercises = useExerciseMap();
  const format = useFormat();
  const { title } = useWorkoutHeading(workout);
  const [view, patchView] = useState<ViewState>(START_VIEW);
  const [sheet, openSheet] = useState<Sheet | null>(null);
  const is_live = isLive(workout);
  const setView = (change: Partial<ViewState>) => patchView((current) => ({ ...current, ...change }));

  const entry = shownEntry(workout, view);
  const exercise = entry ? exercises?.get(entry.exercise_id) : undefined;
  const past = useExercisePast(entry?.exercise_id ?? null, workout.id, workout.started_at);
  const unit = exercise?.weight_unit ?? format.weight_unit;
  const loading = useLoading(exercise, unit, profile?.gym ?? null);
  const active: ActiveExercise | null = entry && {
    entry,
    name: exercise?.name ?? t`Exercise`,
    tracking: trackingOf(exercises, entry.exercise_id),
    unit,
    one_sided: exercise?.unilateral ?? false,
    past,
    loading,
    set: shownSet(entry, view),
  };
  const sets = useSetActions({
    document,
    workout,
    active,
    view,
    setView,
    is_live,
    onLogged: (set, logged_entry, turn) => {
      if (!is_live) return;
      unlockSound();
      const asked = targetsOfSets(logged_entry.prescription, logged_entry.sets).get(set.id);
      const rest_s = asked?.rest_s ?? restAfter(set.kind, exercises?.get(logged_entry.exercise_id), profile?.rest);
      startRest(workout.id, set.id, turn.rests ? rest_s : 0, aboutNext(turn));
    },
  });
  const aboutNext = ({ entry_id, set_id }: Turn): RestAbout => {
    const next_entry = workout.exercises.find((one) => one.id === entry_id);
    const next_set = next_entry?.sets.find((one) => one.id === set_id);
    const next_exercise = exercises?.get(next_entry?.exercise_id ?? "");
    const next = next_set
      ? setPhrase(next_set, next_exercise?.tracking ?? "weight_reps", next_exercise?.weight_unit ?? format.weight_unit, format)
      : "";
    return { exercise_name: next_exercise?.name ?? "", next };
  };
  const entries = useExerciseActions({ document, workout, exercises, setView });
  const screen: Screen = {
    workout,
    is_live,
    exercises,
    profile,
    format,
    view,
    setView,
    sheet,
    openSheet,
    sets,
    entries,
    active,
    flush: document.flush,
  };

  useLayoutEffect(() => {
    window.document.title = `${title} · FitFolio`;
    // Toasts and the bottom bar make room for the editor at the thumb.
    window.document.documentElement.dataset["screen"] = "workout";
    return () => {
      delete window.document.documentElement.dataset["screen"];
    };
  }, [title]);
  useEffect(() => {
    if (is_live) void restoreRest();
  }, [is_live]);
  useReadAhead(workout);
  useWakeLock(is_live && (profile?.keep_awake ?? true));
  useRestSignal({ sound: profile?.timer_sound ?? true, vibration: profile?.timer_vibration ?? true });

  return (
    <ScreenContext value={screen}>
      <Layout />
    </ScreenContext>
  );
}
