import { useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp, Disc3, Trash2 } from "lucide-react";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { KIND_NAMES, SET_KINDS } from "@/features/programs/set-kinds.ts";
import { NoteField } from "../note-field.tsx";
import { useActive, useScreen } from "../screen-context.ts";
import styles from "./sheets.module.css";

const ICON = { size: 18, "aria-hidden": true } as const;

/** Everything about a set that is no number. */
export function SetSheet() {
  const { t, i18n } = useLingui();
  const { sets, openSheet } = useScreen();
  const { entry, set, one_sided } = useActive();
  if (!set) return null;
  const index = entry.sets.findIndex((one) => one.id === set.id);
  const place = index + 1;
  const close = () => openSheet(null);
  return (
    <Dialog
      open
      title={t`Set ${place}`}
      onClose={close}
      actions={
        <>
          <Button
            variant="danger"
            icon={<Trash2 {...ICON} />}
            onClick={() => {
              close();
              sets.remove(set);
            }}
          >
            {t`Delete`}
          </Button>
          <Button variant="primary" onClick={close}>
            {t`Done`}
          </Button>
        </>
      }
    >
      <fieldset className={styles.kinds}>
        <legend className={styles.legend}>{t`Kind`}</legend>
        {SET_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.kind}
            aria-pressed={set.kind === kind}
            onClick={() => sets.change(set, { kind })}
          >
            {i18n._(KIND_NAMES[kind])}
          </button>
        ))}
      </fieldset>
      {(one_sided || (set.side ?? null) !== null) && (
        <Segmented
          label={t`Side`}
          show_label
          value={set.side ?? "both"}
          options={[
            { value: "both", label: t`Both` },
            { value: "left", label: t`Left` },
            { value: "right", label: t`Right` },
          ]}
          onValue={(side) => sets.change(set, { side: side === "both" ? null : side })}
        />
      )}
      <NoteField key={set.id} label={t`Note`} value={set.notes} onSave={(notes) => sets.change(set, { notes })} />
      <div className={styles.two}>
        <Button disabled={index === 0} icon={<ArrowUp {...ICON} />} onClick={() => sets.moveBy(set, -1)}>
          {t`Move up`}
        </Button>
        <Button disabled={place === entry.sets.length} icon={<ArrowDown {...ICON} />} onClick={() => sets.moveBy(set, 1)}>
          {t`Move down`}
        </Button>
      </div>
      <Button icon={<Disc3 {...ICON} />} onClick={() => openSheet("plates")}>
        {t`Plates`}
      </Button>
    </Dialog>
  );
}
