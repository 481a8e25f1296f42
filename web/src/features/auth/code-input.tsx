import { useId } from "react";
import styles from "./code-input.module.css";

export const CODE_LENGTH = 6;

interface CodeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly error: string | undefined;
  readonly disabled: boolean;
}

/**
 * Six boxes that are one input: pasting, the keyboard's offer of a received code, deleting and a
 * screen reader all work as in any text field.
 */
export function CodeInput({ label, value, onValue, error, disabled }: CodeInputProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.boxes}>
        {Array.from({ length: CODE_LENGTH }, (_, index) => (
          <span
            key={index}
            aria-hidden="true"
            className={styles.box}
            data-next={index === Math.min(value.length, CODE_LENGTH - 1) || undefined}
            data-wrong={error !== undefined || undefined}
          >
            {value[index]}
          </span>
        ))}
        <input
          id={id}
          className={styles.input}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          enterKeyHint="go"
          // The step has one task, and it begins with typing.
          autoFocus
          value={value}
          readOnly={disabled}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={`${id}-error`}
          onChange={(event) => onValue(event.target.value.replace(/\D/g, "").slice(0, CODE_LENGTH))}
        />
      </div>
      <p id={`${id}-error`} role="alert" className={styles.error}>
        {error}
      </p>
    </div>
  );
}
