import { useId } from "react";
import type { Option } from "./field.tsx";
import styles from "./segmented.module.css";

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onValue: (value: Value) => void;
  /** Show the label above; else it is read aloud only. */
  readonly show_label?: boolean;
}

/** A choice among two to five short words: units, ranges, themes. Arrow keys move it. */
export function Segmented<Value extends string>({ label, value, options, onValue, show_label = false }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.fieldset}>
      <legend className={show_label ? styles.label : styles.hiddenLabel}>{label}</legend>
      <div className={styles.track}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            <span className={styles.text}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
