import { useLingui } from "@lingui/react/macro";
import { TriangleAlert } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { ApiError } from "@/api/problem.ts";
import { errorMessage } from "@/i18n/error-message.ts";
import type { Result } from "@/lib/result.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/states.tsx";
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

/** An act on somebody else, confirmed; what the server refuses is said in the dialog. */
export function ActDialog({ title, children, confirm, danger = false, run, done, onDone, onClose }: ActDialogProps) {
  const { t } = useLingui();
  const { busy, error, act } = useAct(run, () => {
    showToast(done);
    onDone();
    onClose();
  });
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button variant={danger ? "danger" : "primary"} busy={busy} onClick={() => void act()}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}

/** One act at a time, with what became of it. */
export function useAct<T>(run: () => Promise<Result<T, ApiError>>, onDone: (value: T) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const act = async () => {
    setBusy(true);
    setError(null);
    const answer = await run();
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setError(answer.error);
  };
  return { busy, error, act };
}

/** Why the server did not do it. */
export function Refusal({ error }: { readonly error: ApiError }) {
  return (
    <Notice tone="danger" icon={<TriangleAlert size={20} />}>
      <p role="alert">{errorMessage(error)}</p>
    </Notice>
  );
}
