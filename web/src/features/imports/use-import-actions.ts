import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ApiError } from "@/api/problem.ts";
import type { Result } from "@/lib/result.ts";
import { showToast } from "@/ui/toast-store.ts";
import { answerImport, confirmImport, deleteImport, undoImport } from "./commands.ts";
import { importFailure } from "./failure-text.ts";
import type { ImportOptions } from "./queries.ts";

interface ImportActions {
  /** A step is under way. */
  readonly busy: boolean;
  readonly answer: (options: ImportOptions) => Promise<boolean>;
  readonly confirm: () => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  readonly remove: () => Promise<boolean>;
}

/** The steps of one import; a refusal is said in a toast and answered with `false`. */
export function useImportActions(import_id: string): ImportActions {
  const { t } = useLingui();
  const [running, setRunning] = useState(0);
  const run = async (step: Promise<Result<unknown, ApiError>>, done?: string) => {
    setRunning((count) => count + 1);
    const answer = await step;
    setRunning((count) => count - 1);
    if (!answer.ok) showToast(importFailure(answer.error), { tone: "danger" });
    else if (done !== undefined) showToast(done);
    return answer.ok;
  };
  return {
    busy: running > 0,
    answer: (options) => run(answerImport(import_id, options)),
    confirm: () => run(confirmImport(import_id)),
    undo: () => run(undoImport(import_id)),
    remove: () => run(deleteImport(import_id), t`Import deleted`),
  };
}
