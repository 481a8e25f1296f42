import { useLingui } from "@lingui/react/macro";
import { Copy, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Day } from "@/training/programs/model.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select, TextField } from "@/ui/field.tsx";
import { useWeekdayNames } from "../model/use-weekday-names.ts";
import styles from "./builder.module.css";

interface DayDialogProps {
  readonly day: Day;
  readonly onRename: (name: string) => void;
  readonly onWeekday: (weekday: number | null) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** What a day is called and when it is, or away with it. */
export function DayDialog({ day, onRename, onWeekday, onCopy, onRemove, onClose }: DayDialogProps) {
  const { t } = useLingui();
  const weekdays = useWeekdayNames();
  const [name, setName] = useState(day.name);
  const close = () => {
    if (name.trim() !== "" && name !== day.name) onRename(name);
    onClose();
  };
  return (
    <Dialog
      open
      title={t`Day ${day.name}`}
      onClose={close}
      actions={
        <Button variant="primary" onClick={close}>
          {t`Done`}
        </Button>
      }
    >
      <TextField label={t`Name`} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      <Select
        label={t`Weekday`}
        hint={t`Without one the days follow each other, whatever the calendar says.`}
        value={String(day.weekday ?? "")}
        options={[{ value: "", label: t`None` }, ...weekdays.map((label, index) => ({ value: String(index + 1), label }))]}
        onValue={(value) => onWeekday(value === "" ? null : Number(value))}
      />
      <div className={styles.buttons}>
        <Button icon={<Copy size={18} aria-hidden="true" />} onClick={onCopy}>
          {t`Copy day`}
        </Button>
        <Button variant="danger" icon={<Trash2 size={18} aria-hidden="true" />} onClick={onRemove}>
          {t`Remove day`}
        </Button>
      </div>
    </Dialog>
  );
}
