import { useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Button, IconButton } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { move } from "../../workout-draft.ts";
import { useScreen } from "../screen-context.ts";
import styles from "./sheets.module.css";

/** The order of the exercises; two buttons each, which fingers, keys and screen readers can all use. */
export function OrderSheet() {
  const { t } = useLingui();
  const { workout, exercises, entries, openSheet } = useScreen();
  const ids = workout.exercises.map((entry) => entry.id);
  const nameOf = (exercise_id: string) => exercises?.get(exercise_id)?.name ?? t`Exercise`;
  return (
    <Dialog
      open
      title={t`Order of the exercises`}
      onClose={() => openSheet(null)}
      actions={
        <Button variant="primary" onClick={() => openSheet(null)}>
          {t`Done`}
        </Button>
      }
    >
      <ol className={styles.order}>
        {workout.exercises.map((entry, index) => {
          const name = nameOf(entry.exercise_id);
          return (
            <li key={entry.id} className={styles.orderRow}>
              <span className={styles.orderName}>
                {entry.superset !== null && <span className={styles.orderMark} aria-hidden="true" />}
                {name}
              </span>
              <IconButton
                label={t`Move ${name} up`}
                disabled={index === 0}
                icon={<ArrowUp size={20} aria-hidden="true" />}
                onClick={() => entries.reorder(move(ids, index, index - 1))}
              />
              <IconButton
                label={t`Move ${name} down`}
                disabled={index === ids.length - 1}
                icon={<ArrowDown size={20} aria-hidden="true" />}
                onClick={() => entries.reorder(move(ids, index, index + 1))}
              />
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
