import { useEffect, useState } from "react";
import type { ApiError } from "@/api/problem.ts";
import type { Result } from "@/lib/result.ts";
import { useSyncStatus } from "@/sync/status.ts";

export type Remote<T> =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly error: ApiError; readonly refresh: () => void }
  | {
      readonly status: "ready";
      readonly data: T;
      /** Why the last refresh failed, if it did. */
      readonly error: ApiError | null;
      readonly refresh: () => void;
    };

/**
 * What only the server has, kept for as long as it is shown: nothing about signing in is stored on the device.
 *
 * Asked for again when the page is looked at again, since mailboxes are opened in other tabs, and when a
 * connection comes back. `fetcher` must stay the same function.
 */
export function useRemote<T>(fetcher: () => Promise<Result<T, ApiError>>): Remote<T> {
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [asked, setAsked] = useState(0);
  const { synced_at_ms } = useSyncStatus();
  const tried_at_ms = error ? synced_at_ms : null;

  useEffect(() => {
    let is_newest = true;
    void fetcher().then((answer) => {
      // An answer from before must not replace a newer one.
      if (!is_newest) return;
      if (answer.ok) setData(answer.value);
      setError(answer.ok ? null : answer.error);
    });
    return () => {
      is_newest = false;
    };
  }, [fetcher, asked, tried_at_ms]);
  useEffect(() => {
    const refreshIfSeen = () => {
      if (document.visibilityState === "visible") setAsked((count) => count + 1);
    };
    document.addEventListener("visibilitychange", refreshIfSeen);
    return () => document.removeEventListener("visibilitychange", refreshIfSeen);
  }, []);

  const refresh = () => setAsked((count) => count + 1);
  return remoteOf(data, error, refresh);
}

/** What is there is shown, whatever the last refresh said. */
export function remoteOf<T>(data: T | null, error: ApiError | null, refresh: () => void): Remote<T> {
  if (data !== null) return { status: "ready", data, error, refresh };
  return error ? { status: "failed", error, refresh } : { status: "loading" };
}
