import { useLingui } from "@lingui/react/macro";
import { Plus, Trash2 } from "lucide-react";
import { EQUIPMENT_NAMES, type Equipment } from "@/features/exercises/vocabulary.ts";
import { useFormat } from "@/features/auth/use-format.ts";
import type { Bar, Collar } from "@/training/gym.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Switch } from "@/ui/field.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { newBar } from "./gym-draft.ts";
import { UnitSelect } from "./unit-select.tsx";
import styles from "./gym.module.css";

const LOADED: readonly Equipment[] = ["barbell", "ez_bar", "trap_bar", "smith_machine", "machine", "sled"];

interface GymBarsProps {
  readonly bars: readonly Bar[];
  readonly collar: Collar | null;
  readonly onBars: (bars: readonly Bar[]) => void;
  readonly onCollar: (collar: Collar | null) => void;
}

/** What plates go on, with its own weight. */
export function GymBars({ bars, collar, onBars, onCollar }: GymBarsProps) {
  const { t, i18n } = useLingui();
  const { weight_unit } = useFormat();
  const change = (index: number, fields: Partial<Bar>) =>
    onBars(bars.map((bar, place) => (place === index ? { ...bar, ...fields } : bar)));
  return (
    <Card title={t`Bars`}>
      <ul className={styles.rows}>
        {bars.map((bar, index) => {
          const name = `${i18n._(EQUIPMENT_NAMES[bar.equipment as Equipment])} ${bar.weight} ${bar.unit}`;
          return (
            <li key={bar.id} className={styles.bar}>
              <select
                className={styles.select}
                aria-label={t`What ${name} is`}
                value={bar.equipment}
                onChange={(event) => change(index, { equipment: event.target.value })}
              >
                {LOADED.map((equipment) => (
                  <option key={equipment} value={equipment}>
                    {i18n._(EQUIPMENT_NAMES[equipment])}
                  </option>
                ))}
              </select>
              <NumberField
                plain
                hide_label
                label={t`Weight of ${name}`}
                value={bar.weight}
                min={0}
                max={250}
                step={2.5}
                onValue={(weight) => {
                  if (weight !== null) change(index, { weight, name: `${weight} ${bar.unit}` });
                }}
              />
              <UnitSelect
                label={t`Unit of ${name}`}
                value={bar.unit}
                onUnit={(unit: WeightUnit) => change(index, { unit, name: `${bar.weight} ${unit}` })}
              />
              <IconButton
                label={t`Remove ${name}`}
                icon={<Trash2 size={18} aria-hidden="true" />}
                onClick={() => onBars(bars.filter((one) => one.id !== bar.id))}
              />
            </li>
          );
        })}
      </ul>
      <Button
        variant="quiet"
        icon={<Plus size={18} aria-hidden="true" />}
        onClick={() => onBars([...bars, newBar(weight_unit === "kg" ? "20 kg" : "45 lb", weight_unit)])}
      >
        {t`Add a bar`}
      </Button>
      <Switch
        label={t`Count the collars`}
        hint={t`Two collars weigh as much as a small pair of plates.`}
        checked={collar !== null}
        onChange={(counted) => onCollar(counted ? { weight: weight_unit === "kg" ? 2.5 : 5, unit: weight_unit } : null)}
      />
      {collar && (
        <NumberField
          label={t`Weight of one collar`}
          unit={collar.unit}
          value={collar.weight}
          min={0}
          max={25}
          step={0.25}
          onValue={(weight) => {
            if (weight !== null) onCollar({ ...collar, weight });
          }}
        />
      )}
    </Card>
  );
}
