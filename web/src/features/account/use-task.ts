import { useState } from "react";
import type { CodedError } from "@/i18n/error-message.ts";
import type { Result } from "@/lib/result.ts";

export interface Task {
  readonly busy: boolean;
  /** Why the last try failed; null while there is none. */
  readonly error: CodedError | null;
  /** True when it worked. Nothing happens while a try is under way. */
  readonly run: (work: () => Promise<Result<unknown, CodedError>>) => Promise<boolean>;
}

/** Something that a button starts on the server: whether it is under way, and why it failed. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CodedError | null>(null);
  const run: Task["run"] = async (work) => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    const answer = await work();
    setBusy(false);
    if (!answer.ok) setError(answer.error);
    return answer.ok;
  };
  return { busy, error, run };
}
