import styles from "./filter-select.module.css";
import { VisuallyHidden } from "./visually-hidden.tsx";

interface FilterSelectProps {
  readonly label: string;
  /** What no choice is called. */
  readonly all: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onValue: (value: string) => void;
}

/** A filter with many values: looks like a chip, opens the platform's own list. */
export function FilterSelect({ label, all, value, options, onValue }: FilterSelectProps) {
  return (
    <label className={styles.select} data-chosen={value !== "" || undefined}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <select value={value} onChange={(event) => onValue(event.target.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
