import { useEffect, useRef, useState } from "react";
import { TextArea } from "@/ui/field.tsx";

interface NoteFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (notes: string) => void;
  readonly rows?: number;
}

const SAVE_AFTER_MS = 500;
const LONGEST = 5000;

/** A note that is kept while it is written: a moment after the last key, and when the field goes away. */
export function NoteField({ label, value, onSave, rows = 2 }: NoteFieldProps) {
  const [text, setText] = useState(value);
  const latest = useRef({ text, onSave, saved: value });
  useEffect(() => {
    latest.current = { ...latest.current, text, onSave };
  });
  useEffect(() => {
    const save = () => {
      const { text: written, onSave: keep, saved } = latest.current;
      if (written === saved) return;
      latest.current.saved = written;
      keep(written);
    };
    const timer = setTimeout(save, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(
    () => () => {
      const { text: written, onSave: keep, saved } = latest.current;
      if (written !== saved) keep(written);
    },
    [],
  );
  return <TextArea label={label} rows={rows} maxLength={LONGEST} value={text} onChange={(event) => setText(event.target.value)} />;
}
