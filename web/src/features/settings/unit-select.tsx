import type { WeightUnit } from "@/training/units.ts";
import styles from "./gym.module.css";

const UNITS: readonly WeightUnit[] = ["kg", "lb"];

interface UnitSelectProps {
  readonly label: string;
  readonly value: WeightUnit;
  readonly onUnit: (unit: WeightUnit) => void;
}

/** kg or lb, as it is stamped on the iron. */
export function UnitSelect({ label, value, onUnit }: UnitSelectProps) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={value}
      onChange={(event) => onUnit(event.target.value as WeightUnit)}
    >
      {UNITS.map((unit) => (
        <option key={unit} value={unit}>
          {unit}
        </option>
      ))}
    </select>
  );
}
