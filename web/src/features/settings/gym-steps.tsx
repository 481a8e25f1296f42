import { useLingui } from "@lingui/react/macro";
import { Plus, Trash2 } from "lucide-react";
import { useFormat } from "@/features/auth/use-format.ts";
import type { Steps } from "@/training/gym.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { changeSteps } from "./gym-draft.ts";
import { UnitSelect } from "./unit-select.tsx";
import styles from "./gym.module.css";

interface GymStepsProps {
  readonly kind: "dumbbells" | "machines";
  readonly title: string;
  readonly ranges: readonly Steps[];
  readonly onRanges: (ranges: readonly Steps[]) => void;
}

/** Weights that come in steps: a rack of dumbbells, the stack of a machine. */
export function GymSteps({ kind, title, ranges, onRanges }: GymStepsProps) {
  const { t } = useLingui();
  const { weight_unit } = useFormat();
  const change = (index: number, fields: Partial<Steps>) =>
    onRanges(ranges.map((steps, place) => (place === index ? changeSteps(steps, fields) : steps)));
  const fields = (place: number) =>
    [
      { key: "min", name: t`From`, label: t`${title} ${place}: from` },
      { key: "max", name: t`To`, label: t`${title} ${place}: to` },
      { key: "step", name: t`Step`, label: t`${title} ${place}: step` },
    ] as const;
  return (
    <Card title={title}>
      <ul className={styles.rows}>
        <li className={styles.stepHeads} aria-hidden="true">
          {fields(0).map(({ key, name }) => (
            <span key={key}>{name}</span>
          ))}
        </li>
        {ranges.map((steps, index) => (
          // A row of weights has no name but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles.steps}>
            {fields(index + 1).map(({ key, label }) => (
              <NumberField
                key={key}
                plain
                hide_label
                label={label}
                value={steps[key]}
                min={key === "step" ? 0.1 : 0}
                max={key === "step" ? 250 : 1000}
                onValue={(value) => {
                  if (value !== null && (key !== "max" || value > 0)) change(index, { [key]: value });
                }}
              />
            ))}
            <UnitSelect label={t`${title} ${index + 1}: unit`} value={steps.unit} onUnit={(unit) => change(index, { unit })} />
            <IconButton
              label={t`Remove ${title} ${index + 1}`}
              icon={<Trash2 size={18} aria-hidden="true" />}
              onClick={() => onRanges(ranges.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="quiet"
        icon={<Plus size={18} aria-hidden="true" />}
        onClick={() =>
          onRanges([
            ...ranges,
            {
              min: kind === "dumbbells" ? 1 : 5,
              max: kind === "dumbbells" ? 30 : 100,
              step: kind === "dumbbells" ? 1 : 5,
              unit: weight_unit,
            },
          ])
        }
      >
        {t`Add a row`}
      </Button>
    </Card>
  );
}
