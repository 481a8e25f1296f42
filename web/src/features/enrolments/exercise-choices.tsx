import { useLingui } from "@lingui/react/macro";
import { CircleHelp, Dumbbell } from "lucide-react";
import { useState } from "react";
import type { ExerciseLookup } from "@/features/programs/program-exercises.ts";
import { Card } from "@/ui/card.tsx";
import { List, Row } from "@/ui/list.tsx";
import { LazyPicker } from "./lazy-picker.tsx";
import styles from "./enrol.module.css";

interface ExerciseChoicesProps {
  /** Texts of the program that the library does not have. */
  readonly texts: readonly string[];
  readonly exerciseOf: ExerciseLookup;
  readonly show_errors?: boolean;
  readonly onChoose: (text: string, exercise_id: string) => void;
}

/** Which exercise is meant by a text: a question to the lifter, never a failure. */
export function ExerciseChoices({ texts, exerciseOf, show_errors = false, onChoose }: ExerciseChoicesProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<string | null>(null);
  if (texts.length === 0) return null;
  const is_open = texts.some((text) => exerciseOf(text) === null);
  return (
    <Card title={t`Which exercises are meant?`} tone={is_open && show_errors ? "danger" : "plain"}>
      <p className={styles.muted}>{t`The library does not have these. Choose one for each, or make your own.`}</p>
      <List>
        {texts.map((text) => {
          const exercise = exerciseOf(text);
          return (
            <Row
              key={text}
              leading={exercise ? <Dumbbell size={22} aria-hidden="true" /> : <CircleHelp size={22} aria-hidden="true" />}
              title={text}
              subtitle={exercise?.name ?? t`Choose an exercise`}
              onPress={() => setAsking(text)}
            />
          );
        })}
      </List>
      {asking !== null && (
        <LazyPicker
          title={asking}
          initial_text={asking.replaceAll("-", " ")}
          current_id={exerciseOf(asking)?.id ?? null}
          onClose={() => setAsking(null)}
          onPick={(id) => {
            onChoose(asking, id);
            setAsking(null);
          }}
        />
      )}
    </Card>
  );
}
