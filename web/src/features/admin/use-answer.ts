import { useEffect, useState } from "react";
import type { ApiError } from "@/api/problem.ts";
import type { Result } from "@/lib/result.ts";

/** What the server said last, kept in memory only. */
export interface Answer<T> {
  /** Null until the first answer; an earlier one stays while the next is on its way. */
  readonly data: T | null;
  /** Why the last request failed; null after one that did not. */
  readonly error: ApiError | null;
  readonly refresh: () => void;
}

interface State<T> {
  readonly data: T | null;
  readonly error: ApiError | null;
}

/** Ask when shown, when `key` changes, by `refresh()`, and when the network is back after a failure. */
export function useAnswer<T>(key: string, ask: () => Promise<Result<T, ApiError>>): Answer<T> {
  const [state, setState] = useState<State<T>>({ data: null, error: null });
  const [asked, setAsked] = useState(0);
  const refresh = () => setAsked((count) => count + 1);
  useEffect(() => {
    let is_current = true;
    void ask().then((answer) => {
      if (!is_current) return;
      setState(answer.ok ? { data: answer.value, error: null } : ({ data }) => ({ data, error: answer.error }));
    });
    return () => {
      is_current = false;
    };
    // The function is new on every render; the key names what it asks for.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, asked]);
  useRetryOnline(state.error, refresh);
  return { ...state, refresh };
}

/** Ask again as soon as the device has a network after a request that reached nobody. */
export function useRetryOnline(error: ApiError | null, retry: () => void): void {
  const waits = error?.code === "network.unreachable";
  useEffect(() => {
    if (!waits) return undefined;
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- every render's function does the same
  }, [waits]);
}
