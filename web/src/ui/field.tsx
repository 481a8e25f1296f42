import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from "react";
import styles from "./field.module.css";

interface FieldProps {
  readonly label: string;
  /** A sentence under the control that helps before anything is wrong. */
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; announced when it appears. */
  readonly error?: string | undefined;
}

interface FrameProps extends FieldProps {
  readonly id: string;
  readonly children: ReactNode;
}

function Frame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children}
      {hint !== undefined && error === undefined && (
        <p className={styles.hint} id={`${id}-note`}>
          {hint}
        </p>
      )}
      <p className={styles.error} id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
}

function describe(id: string, { hint, error }: FieldProps) {
  return {
    id,
    "aria-invalid": error !== undefined || undefined,
    "aria-describedby": error !== undefined ? `${id}-error` : hint !== undefined ? `${id}-note` : undefined,
  };
}

type Plain<T> = Omit<T, "className" | "style" | "id">;

export function TextField({ label, hint, error, ...rest }: FieldProps & Plain<InputHTMLAttributes<HTMLInputElement>>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input className={styles.control} {...rest} {...describe(id, { label, hint, error })} />
    </Frame>
  );
}

export function TextArea({ label, hint, error, ...rest }: FieldProps & Plain<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea className={styles.control} rows={3} {...rest} {...describe(id, { label, hint, error })} />
    </Frame>
  );
}

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends string>
  extends FieldProps, Omit<Plain<SelectHTMLAttributes<HTMLSelectElement>>, "value" | "onChange"> {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onValue: (value: Value) => void;
}

/** The platform's own select: best on phones, reachable everywhere. */
export function Select<Value extends string>({ label, hint, error, options, onValue, ...rest }: SelectProps<Value>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        className={styles.control}
        {...rest}
        {...describe(id, { label, hint, error })}
        onChange={(event) => onValue(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off, taking effect at once. The whole row is the target. */
export function Switch({ label, hint, checked, disabled, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.switchRow}>
      <label htmlFor={id} className={styles.switchLabel}>
        {label}
        {hint !== undefined && <span className={styles.switchHint}>{hint}</span>}
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className={styles.switch}
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  );
}

interface SearchFieldProps extends Plain<InputHTMLAttributes<HTMLInputElement>> {
  readonly label: string;
  readonly icon: ReactNode;
}

/** One-line search without a visible label. */
export function SearchField({ label, icon, ...rest }: SearchFieldProps) {
  return (
    <div className={styles.search} role="search">
      <span className={styles.searchIcon} aria-hidden="true">
        {icon}
      </span>
      <input
        type="search"
        className={styles.control}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        {...rest}
      />
    </div>
  );
}
