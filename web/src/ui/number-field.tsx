import { useLingui } from "@lingui/react/macro";
import { Minus, Plus } from "lucide-react";
import { useId, useState } from "react";
import { parseDecimal, roundTo } from "@/lib/decimal.ts";
import styles from "./number-field.module.css";
import { useHold } from "./use-hold.ts";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
  /** Shown after the number: kg, s, reps. */
  readonly unit?: string;
  readonly step?: number;
  readonly min?: number;
  readonly max?: number;
  /** Decimals that are kept; 0 opens the pad without a separator. */
  readonly digits?: number;
  readonly hide_label?: boolean;
  /** Without the − and + buttons: for dense tables. */
  readonly plain?: boolean;
  readonly disabled?: boolean;
}

/**
 * A number with big − and + buttons (hold to repeat). Accepts "62,5" and "62.5".
 *
 * What is typed stays as typed until the field is left; only then is it clamped and tidied.
 */
export function NumberField(props: NumberFieldProps) {
  const {
    label,
    value,
    onValue,
    unit,
    step = 1,
    min,
    max,
    digits = 2,
    hide_label = false,
    plain = false,
    disabled = false,
  } = props;
  const { t, i18n } = useLingui();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const format = (number: number | null) =>
    number === null ? "" : new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: digits, useGrouping: false }).format(number);
  const clamp = (number: number) => roundTo(Math.min(max ?? Infinity, Math.max(min ?? -Infinity, number)), digits);

  const type = (text: string) => {
    setDraft(text);
    const parsed = parseDecimal(text);
    if (text.trim() === "") onValue(null);
    else if (parsed !== null) onValue(clamp(parsed));
  };
  const move = (direction: 1 | -1) => {
    setDraft(null);
    onValue(clamp((value ?? 0) + direction * step));
  };
  const invalid = draft !== null && draft.trim() !== "" && parseDecimal(draft) === null;

  return (
    <div className={styles.field} role="group" aria-labelledby={`${id}-label`}>
      <label id={`${id}-label`} htmlFor={id} className={hide_label ? styles.hiddenLabel : styles.label}>
        {label}
      </label>
      <div className={plain ? styles.plainRow : styles.row}>
        {!plain && (
          <StepButton
            label={t`Decrease`}
            direction={-1}
            move={move}
            disabled={disabled || (min !== undefined && (value ?? 0) <= min)}
          />
        )}
        <span className={styles.box}>
          <input
            id={id}
            className={styles.input}
            type="text"
            inputMode={digits === 0 ? "numeric" : "decimal"}
            enterKeyHint="next"
            autoComplete="off"
            value={draft ?? format(value)}
            disabled={disabled}
            aria-invalid={invalid || undefined}
            onChange={(event) => type(event.target.value)}
            onFocus={(event) => event.target.select()}
            onBlur={() => setDraft(null)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
              event.preventDefault();
              move(event.key === "ArrowUp" ? 1 : -1);
            }}
          />
          {unit !== undefined && <span className={styles.unit}>{unit}</span>}
        </span>
        {!plain && (
          <StepButton
            label={t`Increase`}
            direction={1}
            move={move}
            disabled={disabled || (max !== undefined && (value ?? 0) >= max)}
          />
        )}
      </div>
    </div>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly direction: 1 | -1;
  readonly move: (direction: 1 | -1) => void;
  readonly disabled: boolean;
}

function StepButton({ label, direction, move, disabled }: StepButtonProps) {
  const hold = useHold(() => move(direction));
  return (
    <button type="button" className={styles.step} aria-label={label} disabled={disabled} {...hold}>
      {direction === 1 ? <Plus size={22} aria-hidden="true" /> : <Minus size={22} aria-hidden="true" />}
    </button>
  );
}
