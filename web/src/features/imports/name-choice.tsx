import { Plural, useLingui } from "@lingui/react/macro";
import { ChevronsUpDown, Plus } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { ExercisePicker } from "@/features/exercises/exercise-picker.tsx";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { classNames } from "@/lib/class-names.ts";
import type { NameMatch } from "./queries.ts";
import styles from "./review.module.css";

interface NameChoiceProps {
  readonly match: NameMatch;
  /** What is chosen; null makes a new exercise. */
  readonly exercise_id: string | null;
  readonly exercises: ExerciseMap | undefined;
  readonly onChoose: (exercise_id: string | null) => void;
}

const LETTER = /^[\p{L}\p{N}]$/u;

/** One name of the file and what it means. A letter typed on the button starts the search. */
export function NameChoice({ match, exercise_id, exercises, onChoose }: NameChoiceProps) {
  const { t } = useLingui();
  const [searching, setSearching] = useState<string | null>(null);
  const { name, sets, candidates } = match;
  const chosen_name =
    exercise_id === null
      ? t`Make a new exercise`
      : (exercises?.get(exercise_id)?.name ?? candidates.find((one) => one.exercise_id === exercise_id)?.name ?? t`Exercise`);
  const likely = [...new Set([match.exercise_id, ...candidates.map((candidate) => candidate.exercise_id)])].filter(
    (id) => id !== null,
  );
  const choose = (id: string | null) => {
    setSearching(null);
    onChoose(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !LETTER.test(event.key)) return;
    event.preventDefault();
    setSearching(event.key);
  };
  return (
    <li className={styles.name}>
      <div className={styles.nameHead}>
        <span className={styles.nameText}>{name}</span>
        <span className={styles.nameSets}>
          <Plural value={sets} one="# set" other="# sets" />
        </span>
      </div>
      <button
        type="button"
        className={classNames(styles.choice, exercise_id === null && styles.choiceNew)}
        aria-haspopup="dialog"
        aria-label={t`${name} is: ${chosen_name}`}
        onClick={() => setSearching("")}
        onKeyDown={onKeyDown}
      >
        {exercise_id === null && <Plus size={18} aria-hidden="true" />}
        <span className={styles.choiceText}>{chosen_name}</span>
        <ChevronsUpDown size={18} className={styles.choiceIcon} aria-hidden="true" />
      </button>
      {searching !== null && (
        <ExercisePicker
          title={name}
          initial_text={searching}
          suggestions={likely}
          current_id={exercise_id}
          onClose={() => setSearching(null)}
          onPick={choose}
          onCreate={() => choose(null)}
        />
      )}
    </li>
  );
}
