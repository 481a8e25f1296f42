import type { ReactNode } from "react";
import { ConfirmDialog } from "@/features/account/confirm-dialog.tsx";
import type { ApiError } from "@/api/problem.ts";
import type { Result } from "@/lib/result.ts";
import { showToast } from "@/ui/toast-store.ts";

interface ActDialogProps {
  readonly title: string;
  /** What will happen, before it does. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly run: () => Promise<Result<unknown, ApiError>>;
  /** Said when it is done. */
  readonly done: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** An act on somebody else, confirmed, and told when it is done; what the server refuses is said in the dialog. */
export function ActDialog({ title, children, confirm, danger = false, run, done, onDone, onClose }: ActDialogProps) {
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      variant={danger ? "danger" : "primary"}
      onConfirm={run}
      onDone={() => {
        showToast(done);
        onDone();
        onClose();
      }}
      onClose={onClose}
    >
      <p>{children}</p>
    </ConfirmDialog>
  );
}
