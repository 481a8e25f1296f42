import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CircleHelp } from "lucide-react";
import { useState } from "react";
import { ExercisePicker } from "@/features/exercises/exercise-picker.tsx";
import type { Program } from "@/training/programs/model.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/states.tsx";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { exercisesOf } from "../model/places.ts";
import { replaceExercise } from "../model/scheme-edits.ts";
import styles from "./builder.module.css";

interface UnknownExercisesProps {
  readonly program: Program;
  readonly texts: ExerciseTexts;
  readonly onChange: (program: Program) => void;
}

/** An exercise that nobody here knows is a question, no error. */
export function UnknownExercises({ program, texts, onChange }: UnknownExercisesProps) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<string | null>(null);
  const unknown = exercisesOf(program).filter((text) => texts.find(text) === null);
  if (unknown.length === 0) return null;
  return (
    <Notice tone="warn" icon={<CircleHelp size={20} />}>
      <p>
        <Plural
          value={unknown.length}
          one="One exercise is not in your library. Which one is meant?"
          other="# exercises are not in your library. Which ones are meant?"
        />
      </p>
      <div className={styles.buttons}>
        {unknown.map((text) => (
          <Button key={text} onClick={() => setAsked(text)}>
            <Trans>Choose for “{text}”</Trans>
          </Button>
        ))}
      </div>
      {asked !== null && (
        <ExercisePicker
          title={t`Which exercise is “${asked}”?`}
          initial_text={asked.replaceAll("-", " ")}
          onClose={() => setAsked(null)}
          onPick={(id) => {
            setAsked(null);
            onChange(replaceExercise(program, asked, texts.textOf(id)));
          }}
        />
      )}
    </Notice>
  );
}
