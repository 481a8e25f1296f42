import { useLingui } from "@lingui/react/macro";
import { Plus, Trash2 } from "lucide-react";
import type { Plate } from "@/training/gym.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { changePlate, nextPlate, sortPlates } from "./gym-draft.ts";
import { UnitSelect } from "./unit-select.tsx";
import styles from "./gym.module.css";

interface GymPlatesProps {
  readonly plates: readonly Plate[];
  readonly onPlates: (plates: readonly Plate[]) => void;
}

/** Every size of plate and how many pairs there are. */
export function GymPlates({ plates, onPlates }: GymPlatesProps) {
  const { t } = useLingui();
  const sorted = sortPlates(plates);
  const add = (unit: WeightUnit) => {
    const plate = nextPlate(sorted, unit);
    if (plate) onPlates([...sorted, plate]);
  };
  return (
    <Card title={t`Plates`}>
      <ul className={styles.rows}>
        <li className={styles.heads} aria-hidden="true">
          <span>{t`Weight`}</span>
          <span />
          <span>{t`Pairs`}</span>
          <span />
        </li>
        {sorted.map((plate, index) => {
          const name = `${plate.weight} ${plate.unit}`;
          return (
            <li key={name} className={styles.plate}>
              <NumberField
                plain
                hide_label
                label={t`Weight of the plate ${name}`}
                value={plate.weight}
                min={0.1}
                max={250}
                step={1.25}
                onValue={(weight) => {
                  if (weight !== null) onPlates(changePlate(sorted, index, { weight }));
                }}
              />
              <UnitSelect
                label={t`Unit of the plate ${name}`}
                value={plate.unit}
                onUnit={(unit) => onPlates(changePlate(sorted, index, { unit }))}
              />
              <NumberField
                plain
                hide_label
                label={t`Pairs of ${name}`}
                value={plate.pairs}
                min={0}
                max={50}
                digits={0}
                onValue={(pairs) => {
                  if (pairs !== null) onPlates(changePlate(sorted, index, { pairs }));
                }}
              />
              <IconButton
                label={t`Remove the plate ${name}`}
                icon={<Trash2 size={18} aria-hidden="true" />}
                onClick={() => onPlates(sorted.toSpliced(index, 1))}
              />
            </li>
          );
        })}
      </ul>
      <div className={styles.adds}>
        <Button variant="quiet" icon={<Plus size={18} aria-hidden="true" />} onClick={() => add("kg")}>
          {t`Kilogram plate`}
        </Button>
        <Button variant="quiet" icon={<Plus size={18} aria-hidden="true" />} onClick={() => add("lb")}>
          {t`Pound plate`}
        </Button>
      </div>
    </Card>
  );
}
