import { useLingui } from "@lingui/react/macro";
import type { Workout } from "@/db/documents.ts";
import type { Format } from "@/features/auth/use-format.ts";
import { MuscleFigureSlot } from "@/features/exercises/muscle-map.tsx";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { MUSCLE_NAMES, type Muscle } from "@/features/exercises/vocabulary.ts";
import { isHardSet } from "@/training/sets.ts";
import { muscleShares } from "@/training/volume.ts";
import { Card } from "@/ui/card.tsx";
import styles from "./finish.module.css";

interface FinishMusclesProps {
  readonly workout: Workout;
  readonly exercises: ExerciseMap | undefined;
  readonly format: Format;
}

const COLORS = ["var(--heat-1)", "var(--heat-2)", "var(--heat-3)", "var(--accent)"];
/** Hard sets from which a muscle is drawn one step stronger. */
const STEPS = [0, 2, 4, 6];
const NAMED = 6;

/** What was trained, for the eye and in words. */
export function FinishMuscles({ workout, exercises, format }: FinishMusclesProps) {
  const { t, i18n } = useLingui();
  const rows = hardSetsOf(workout, exercises);
  if (rows.length === 0) return null;
  const levels = new Map(rows.map(([muscle, sets]) => [muscle, STEPS.filter((step) => sets > step).length]));
  return (
    <Card title={t`Muscles`} aside={<span className={styles.sets}>{t`hard sets`}</span>}>
      <MuscleFigureSlot levelByMuscle={levels} colors={COLORS} scale={0.62} />
      <ul className={styles.muscles}>
        {rows.slice(0, NAMED).map(([muscle, sets]) => (
          <li key={muscle}>
            <span>{i18n._(MUSCLE_NAMES[muscle])}</span>
            <span className={styles.sets}>{format.number(sets, 1)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function hardSetsOf(workout: Workout, exercises: ExerciseMap | undefined): readonly [Muscle, number][] {
  const sums = new Map<Muscle, number>();
  for (const { exercise_id, sets } of workout.exercises) {
    const exercise = exercises?.get(exercise_id);
    if (!exercise) continue;
    const hard = sets.filter((set) => isHardSet(set, exercise.tracking)).length;
    if (hard === 0) continue;
    for (const [muscle, share] of muscleShares(exercise.primary_muscles, exercise.secondary_muscles)) {
      sums.set(muscle as Muscle, (sums.get(muscle as Muscle) ?? 0) + hard * share);
    }
  }
  return [...sums].toSorted((a, b) => b[1] - a[1]);
}
