import { useId, useState } from "react";
import { formatDuration } from "@/lib/format.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { parseDuration } from "./set-values.ts";
import styles from "./set-editor.module.css";

interface DurationFieldProps {
  readonly label: string;
  readonly value_s: number | null;
  readonly onValue: (value_s: number | null) => void;
}

/** A time as people write it: "90", "1:30", "1:02:03". */
export function DurationField({ label, value_s, onValue }: DurationFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const invalid = draft !== null && draft.trim() !== "" && parseDuration(draft) === null;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </label>
      <input
        id={id}
        className={styles.input}
        type="text"
        inputMode="text"
        autoComplete="off"
        enterKeyHint="next"
        placeholder="0:00"
        value={draft ?? (value_s === null ? "" : formatDuration(value_s))}
        aria-invalid={invalid || undefined}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setDraft(event.target.value);
          const parsed = parseDuration(event.target.value);
          if (event.target.value.trim() === "") onValue(null);
          else if (parsed !== null) onValue(parsed);
        }}
        onBlur={() => setDraft(null)}
      />
    </div>
  );
}
