import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { NeededStart } from "@/training/programs/starts.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Card } from "@/ui/card.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import styles from "./page.module.css";

interface StartNumbersProps {
  readonly needed: readonly NeededStart[];
  readonly values: Readonly<Record<string, number>>;
  /** What the history gave; `undefined` until it has been read. */
  readonly own: Readonly<Record<string, number>> | undefined;
  readonly texts: ExerciseTexts;
  readonly unit: WeightUnit;
  readonly onChange: (key: string, value: number | null) => void;
}

/** The numbers a program is played with: from one's own history where there is one. */
export function StartNumbers({ needed, values, own, texts, unit, onChange }: StartNumbersProps) {
  const { t } = useLingui();
  // Only what the page opened with decides: typing the last number must not fold the fields away.
  const [complete] = useState(() => own !== undefined && needed.every((one) => own[one.key] !== undefined));
  if (needed.length === 0) return null;
  const label = ({ kind, exercise, key }: NeededStart) => {
    const name = texts.nameOf(exercise);
    const track = kind === "weight" ? key.split(".")[1] : undefined;
    if (kind === "max") return t`${name}: 1RM`;
    if (kind === "tm") return t`${name}: training max`;
    return track === undefined ? t`${name}: start weight` : t`${name}: start weight (${track})`;
  };
  const from_history = own !== undefined && Object.keys(own).length > 0;
  return (
    <Card>
      <details className={styles.fold} open={!complete}>
        <summary>{t`Your numbers`}</summary>
        <div className={styles.foldContent}>
          <p className={styles.muted}>
            {from_history ? (
              <Trans>
                Filled in from your history where you have trained the lift. Change them to try something else; nothing is stored.
              </Trans>
            ) : (
              <Trans>Fill in what you can lift to see the weights. Nothing is stored.</Trans>
            )}
          </p>
          <div className={styles.starts}>
            {needed.map((one) => (
              <NumberField
                key={one.key}
                plain
                label={label(one)}
                unit={unit}
                value={values[one.key] ?? null}
                min={0}
                max={1000}
                step={2.5}
                onValue={(value) => onChange(one.key, value)}
              />
            ))}
          </div>
        </div>
      </details>
    </Card>
  );
}
