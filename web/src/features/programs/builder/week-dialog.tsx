import { useLingui } from "@lingui/react/macro";
import { Copy, Trash2 } from "lucide-react";
import { useState } from "react";
import { weeksText } from "@/training/programs/write-text.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextField } from "@/ui/field.tsx";
import type { Section } from "../model/program-edits.ts";
import styles from "./builder.module.css";

const MOST_WEEKS = 104;

interface WeekDialogProps {
  readonly section: Section;
  readonly title: string;
  /** The only one stays. */
  readonly can_remove: boolean;
  readonly onWeeks: (weeks: readonly number[]) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Which weeks some days belong to; the same once more; or away with them. */
export function WeekDialog({ section, title, can_remove, onWeeks, onCopy, onRemove, onClose }: WeekDialogProps) {
  const { t } = useLingui();
  const [text, setText] = useState(weeksText(section.weeks ?? []));
  const weeks = parseWeeks(text);
  const close = () => {
    if (section.weeks !== null && weeks !== null && weeksText(weeks) !== weeksText(section.weeks)) onWeeks(weeks);
    onClose();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={close}
      actions={
        <Button variant="primary" onClick={close}>
          {t`Done`}
        </Button>
      }
    >
      {section.weeks !== null && (
        <TextField
          label={t`Weeks`}
          hint={t`One week, or several: 1-3,5`}
          error={weeks === null ? t`Week numbers look like 1-3,5.` : undefined}
          value={text}
          inputMode="text"
          maxLength={60}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <div className={styles.buttons}>
        <Button icon={<Copy size={18} aria-hidden="true" />} onClick={onCopy}>
          {t`Copy as another week`}
        </Button>
        {can_remove && (
          <Button variant="danger" icon={<Trash2 size={18} aria-hidden="true" />} onClick={onRemove}>
            {t`Remove these days`}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

/** 1-3,5 as numbers; null for anything else. */
export function parseWeeks(text: string): readonly number[] | null {
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const match = /^\s*(\d{1,3})\s*(?:[-–]\s*(\d{1,3})\s*)?$/.exec(part);
    if (!match) return null;
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (first < 1 || last < first || last > MOST_WEEKS) return null;
    for (let week = first; week <= last; week += 1) found.add(week);
  }
  return [...found].toSorted((a, b) => a - b);
}
