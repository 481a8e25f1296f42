import { useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select, Switch, TextArea } from "@/ui/field.tsx";
import { KIND_NAMES, SET_KINDS } from "./set-kinds.ts";
import type { DraftSet } from "./workout-draft.ts";
import styles from "./set-editor.module.css";

interface SetMenuProps {
  readonly set: DraftSet;
  /** Its place in the exercise, from 1. */
  readonly number: number;
  readonly is_first: boolean;
  readonly is_last: boolean;
  readonly onClose: () => void;
  readonly onChange: (change: Partial<DraftSet>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** Everything about a set that has no cell: kind in words, done or not, note, order, removal. */
export function SetMenu({ set, number, is_first, is_last, onClose, onChange, onMove, onRemove }: SetMenuProps) {
  const { t, i18n } = useLingui();
  return (
    <Dialog
      open
      title={t`Set ${number}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" icon={<Trash2 size={18} aria-hidden="true" />} onClick={onRemove}>
            {t`Remove`}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t`Done`}
          </Button>
        </>
      }
    >
      <Select
        label={t`Kind`}
        value={set.kind}
        options={SET_KINDS.map((kind) => ({ value: kind, label: i18n._(KIND_NAMES[kind]) }))}
        onValue={(kind) => onChange({ kind })}
      />
      <Switch
        label={t`Completed`}
        hint={t`A set that was not done counts nowhere.`}
        checked={set.completed}
        onChange={(completed) => onChange({ completed })}
      />
      <TextArea label={t`Note`} rows={2} value={set.notes} onChange={(event) => onChange({ notes: event.target.value })} />
      <div className={styles.moves}>
        <Button disabled={is_first} icon={<ArrowUp size={18} aria-hidden="true" />} onClick={() => onMove(-1)}>
          {t`Move up`}
        </Button>
        <Button disabled={is_last} icon={<ArrowDown size={18} aria-hidden="true" />} onClick={() => onMove(1)}>
          {t`Move down`}
        </Button>
      </div>
    </Dialog>
  );
}
