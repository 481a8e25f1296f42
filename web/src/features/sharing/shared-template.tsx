import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/features/auth/use-format.ts";
import { useExerciseTexts } from "@/features/programs/model/exercise-texts.ts";
import { KIND_NAMES } from "@/features/programs/set-kinds.ts";
import { Card } from "@/ui/card.tsx";
import type { SharedTemplate } from "./queries.ts";
import { groupSets } from "./set-groups.ts";
import styles from "./sharing.module.css";

type SharedExercise = SharedTemplate["exercises"][number];

/** A template as others see it: exercises and sets, no weights. */
export function SharedTemplateView({ template }: { readonly template: SharedTemplate }) {
  const texts = useExerciseTexts();
  const nameOf = ({ slug, name }: SharedExercise) => (slug === null ? name : (texts?.find(slug)?.name ?? name));
  return (
    <>
      {template.notes !== "" && <p className={styles.notes}>{template.notes}</p>}
      {template.exercises.map((exercise, place) => (
        <ExerciseCard key={place} exercise={exercise} name={nameOf(exercise)} />
      ))}
    </>
  );
}

function ExerciseCard({ exercise, name }: { readonly exercise: SharedExercise; readonly name: string }) {
  const { t } = useLingui();
  return (
    <Card title={name}>
      {exercise.superset !== null && <p className={styles.muted}>{t`Superset ${exercise.superset}`}</p>}
      <ul className={styles.sets}>
        {groupSets(exercise.sets).map(({ set, count }, place) => (
          <SetLine key={place} set={set} count={count} />
        ))}
      </ul>
      {exercise.notes !== "" && <p className={styles.notes}>{exercise.notes}</p>}
    </Card>
  );
}

function SetLine({ set, count }: { readonly set: SharedExercise["sets"][number]; readonly count: number }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const goal = [
    set.reps !== null && t`${set.reps} reps`,
    set.duration_s !== null && format.duration(set.duration_s),
    set.distance !== null && set.distance_unit !== null && `${format.number(set.distance)}\u00a0${set.distance_unit}`,
    set.rpe !== null && `RPE ${format.number(set.rpe)}`,
    set.rir !== null && `RIR ${format.number(set.rir)}`,
  ].filter(Boolean);
  const words = goal.length === 0 ? t`as last time` : goal.join(" · ");
  return (
    <li>
      {`${count} × ${words}`}
      {set.kind !== "working" && ` (${i18n._(KIND_NAMES[set.kind])})`}
    </li>
  );
}
