import { useEffect, useRef, useState } from "react";
import type { ApiError } from "@/api/problem.ts";
import { pagesGeneration } from "@/db/changes.ts";
import { findDb } from "@/db/current.ts";
import type { PageRow } from "@/db/documents.ts";
import { useLive } from "@/db/use-live.ts";
import { nowMs } from "@/lib/clock.ts";
import type { Result } from "@/lib/result.ts";
import { useSyncStatus } from "./status.ts";

export type Page<T> =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly error: ApiError; readonly refresh: () => void }
  | {
      readonly status: "ready";
      readonly data: T;
      readonly fetched_at_ms: number;
      /** The account has changed since, and the new document has not arrived. */
      readonly stale: boolean;
      /** Why the last refresh failed, if it did. */
      readonly error: ApiError | null;
      readonly refresh: () => void;
    };

const FRESH_MS = 30_000;

/** Fetches under way, so that two components that show one page ask once. */
const underWay = new Map<string, Promise<ApiError | null>>();

/** Copies read ahead of the first paint, by key; each serves until the page reads for itself. */
const loaded = new Map<string, PageRow>();

/** Read a document before it is shown; fetch it where this device has no copy yet. */
export async function loadPage<T>(key: string, fetcher: () => Promise<Result<T, ApiError>>): Promise<void> {
  const db = findDb();
  if (!db) return;
  let row = await db.pages.get(key);
  if (!row && (await fetchPage(key, fetcher)) === null) row = await db.pages.get(key);
  if (row) loaded.set(key, row);
}

/**
 * A server document by key: the copy on this device at once, a new one behind it.
 *
 * `key` must name everything the document depends on (`exercise_history:<id>:<range>`). It is
 * fetched again when it is older than half a minute, when a write or a sync marked it stale, and
 * by `refresh()`.
 */
export function usePage<T>(key: string, fetcher: () => Promise<Result<T, ApiError>>): Page<T> {
  const live = useLive(async (db) => (await db.pages.get(key)) ?? null, [key]);
  const row = live === undefined ? loaded.get(key) : live;
  const synced_at_ms = useSyncStatus().synced_at_ms;
  const [failure, setFailure] = useState<{ key: string; error: ApiError } | null>(null);
  const [asked, setAsked] = useState(0);
  const answered = useRef(0);
  const known = live !== undefined;
  const stale = row?.stale ?? true;

  useEffect(() => {
    if (!known) return;
    loaded.delete(key);
    const old = !row || row.stale || nowMs() - row.fetched_at_ms > FRESH_MS;
    if (old || asked > answered.current) {
      answered.current = asked;
      // Also when this effect has run anew by then: the row it waits for may arrive before the answer does here.
      void fetchPage(key, fetcher).then((error) => {
        setFailure((current) => (error ? { key, error } : current?.key === key ? null : current));
      });
    }
    // Fetching depends on the key and on staleness only: the fetcher is new on every render, and
    // listing the row would fetch again because of the fetch.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, known, stale, asked, failure ? synced_at_ms : null]);

  const refresh = () => setAsked((count) => count + 1);
  const error = failure?.key === key ? failure.error : null;
  if (row) return { status: "ready", data: row.data as T, fetched_at_ms: row.fetched_at_ms, stale: row.stale, error, refresh };
  return error ? { status: "failed", error, refresh } : { status: "loading" };
}

async function fetchPage<T>(key: string, fetcher: () => Promise<Result<T, ApiError>>): Promise<ApiError | null> {
  const before = underWay.get(key);
  if (before) return before;
  const fetching = fetchAndStore(key, fetcher).finally(() => underWay.delete(key));
  underWay.set(key, fetching);
  return fetching;
}

async function fetchAndStore<T>(key: string, fetcher: () => Promise<Result<T, ApiError>>): Promise<ApiError | null> {
  const db = findDb();
  if (!db) return null;
  const asked_at = pagesGeneration();
  const answer = await fetcher();
  if (!answer.ok) return answer.error;
  await db.pages.put({ key, data: answer.value, fetched_at_ms: nowMs(), stale: pagesGeneration() !== asked_at });
  return null;
}
