import { Trans, useLingui } from "@lingui/react/macro";
import type { Program } from "@/training/programs/model.ts";
import { STANDARD_STEP } from "@/training/programs/plan.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Card } from "@/ui/card.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import type { ExerciseTexts } from "../model/exercise-texts.ts";
import { changeLift } from "../model/scheme-edits.ts";
import styles from "./builder.module.css";

interface LiftsCardProps {
  readonly program: Program;
  readonly texts: ExerciseTexts;
  readonly unit: WeightUnit;
  readonly onChange: (program: Program) => void;
}

/** By how much each lift rises, and which share of the 1RM its training max is. */
export function LiftsCard({ program, texts, unit, onChange }: LiftsCardProps) {
  const { t } = useLingui();
  const lifts = program.blocks.filter((block) => block.type === "lift");
  if (lifts.length === 0) return null;
  return (
    <Card title={t`Steps and training maxes`}>
      <p className={styles.muted}>
        <Trans>A step is what a weight rises by at a time. A training max is a share of the 1RM that percentages refer to.</Trans>
      </p>
      <ul>
        {lifts.map((lift) => {
          const name = texts.nameOf(lift.exercise);
          return (
            <li key={lift.name} className={styles.lift}>
              <span className={styles.slotName}>{name}</span>
              <div className={styles.pair}>
                <NumberField
                  plain
                  label={t`Step`}
                  unit={unit}
                  value={(lift.step ?? STANDARD_STEP)[unit]}
                  min={0}
                  max={100}
                  step={unit === "kg" ? 1.25 : 2.5}
                  onValue={(value) =>
                    onChange(changeLift(program, lift.name, { step: { ...STANDARD_STEP, ...lift.step, [unit]: value ?? 0 } }))
                  }
                />
                {lift.tm_of === null ? (
                  <NumberField
                    plain
                    label={t`Training max`}
                    unit="%"
                    value={lift.tm_pct}
                    min={0}
                    max={100}
                    step={5}
                    digits={1}
                    onValue={(value) =>
                      onChange(changeLift(program, lift.name, { tm_pct: value === null || value === 0 ? null : value }))
                    }
                  />
                ) : (
                  <p className={styles.muted}>
                    <Trans>Training max of {lift.tm_of}</Trans>
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
