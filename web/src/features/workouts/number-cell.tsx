import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { parseDecimal, roundTo } from "@/lib/decimal.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import styles from "./set-editor.module.css";

interface NumberCellProps {
  readonly label: string;
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
  readonly min: number;
  readonly max: number;
  /** Decimals; 0 opens the pad without a separator. */
  readonly digits: number;
  /** What one press of an arrow key adds. */
  readonly step: number;
}

/** A number in a table cell: large, without buttons; "62,5" and "62.5" are the same. */
export function NumberCell({ label, value, onValue, min, max, digits, step }: NumberCellProps) {
  const { i18n, t } = useLingui();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const clamp = (number: number) => roundTo(Math.min(max, Math.max(min, number)), digits);
  const text =
    value === null ? "" : new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: digits, useGrouping: false }).format(value);
  const invalid = draft !== null && draft.trim() !== "" && parseDecimal(draft) === null;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </label>
      <input
        id={id}
        className={styles.input}
        type="text"
        inputMode={digits === 0 ? "numeric" : "decimal"}
        data-signed={min < 0 || undefined}
        autoComplete="off"
        enterKeyHint="next"
        placeholder="–"
        value={draft ?? text}
        aria-invalid={invalid || undefined}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setDraft(event.target.value);
          const parsed = parseDecimal(event.target.value);
          if (event.target.value.trim() === "") onValue(null);
          else if (parsed !== null) onValue(clamp(parsed));
        }}
        onBlur={() => setDraft(null)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
          event.preventDefault();
          setDraft(null);
          onValue(clamp((value ?? 0) + (event.key === "ArrowUp" ? step : -step)));
        }}
      />
      {min < 0 && (
        // The number pads of phones have no minus; without this a full keyboard would have to open.
        <button
          type="button"
          className={styles.sign}
          aria-label={t`Change the sign: ${label}`}
          disabled={!value}
          onClick={() => {
            setDraft(null);
            onValue(clamp(-(value ?? 0)));
          }}
        >
          {"±"}
        </button>
      )}
    </div>
  );
}
