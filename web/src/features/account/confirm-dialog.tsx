import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { errorMessage, type CodedError } from "@/i18n/error-message.ts";
import type { Result } from "@/lib/result.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import styles from "./account.module.css";
import { useTask } from "./use-task.ts";

interface ConfirmDialogProps {
  readonly title: string;
  /** What the button does, as a verb. */
  readonly confirm: string;
  /** What takes nothing away needs no warning colour. */
  readonly variant?: "danger" | "primary";
  readonly onConfirm: () => Promise<Result<unknown, CodedError>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something that a tap must not do, and stays with the reason when it did not work. */
export function ConfirmDialog({ title, confirm, variant = "danger", onConfirm, onDone, onClose, children }: ConfirmDialogProps) {
  const { t } = useLingui();
  const task = useTask();
  const act = async () => {
    if (await task.run(onConfirm)) onDone();
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant={variant} busy={task.busy} onClick={() => void act()}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      <p className={styles.error} role="alert">
        {task.error && errorMessage(task.error)}
      </p>
    </Dialog>
  );
}
