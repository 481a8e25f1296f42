import { useEffect, useRef, useState } from "react";
import type { ApiError } from "@/api/problem.ts";
import { remoteOf, type Remote } from "@/features/account/use-remote.ts";
import type { Result } from "@/lib/result.ts";
import { useSyncStatus } from "@/sync/status.ts";

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next_cursor: string | null;
}

export interface Paged<Row> {
  /** Everything loaded so far. */
  readonly list: Remote<PageOf<Row>>;
  /** Another page is on its way. */
  readonly loading_more: boolean;
  readonly more: () => void;
}

const CHUNK = 50;
/** The most rows the server gives at once: so many stay after a refresh. */
const MAX_CHUNK = 200;

type AskPage<Row> = (cursor: string | null, limit: number) => Promise<Result<PageOf<Row>, ApiError>>;

/** A list of the server's that grows at its end and is kept nowhere; begun anew when `key` changes. */
export function usePaged<Row>(key: string, ask: AskPage<Row>): Paged<Row> {
  const [page, setPage] = useState<PageOf<Row> | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [loading_more, setLoadingMore] = useState(false);
  const [asked, setAsked] = useState(0);
  const { synced_at_ms } = useSyncStatus();
  // Answers to what was asked before the list began anew are dropped.
  const turn = useRef(0);
  const shown_key = useRef(key);

  const load = async (cursor: string | null, limit: number) => {
    const mine = turn.current;
    const answer = await ask(cursor, limit);
    if (mine !== turn.current) return;
    setLoadingMore(false);
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setPage((shown) => (cursor === null ? answer.value : append(shown, answer.value)));
  };

  useEffect(() => {
    turn.current += 1;
    const keeps = shown_key.current === key ? (page?.rows.length ?? 0) : 0;
    shown_key.current = key;
    setLoadingMore(false);
    void load(null, Math.min(MAX_CHUNK, Math.max(CHUNK, keeps)));
    return () => {
      turn.current += 1;
    };
    // After a failure also when a connection is back. The key names what is asked for.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, asked, error ? synced_at_ms : null]);

  const refresh = () => setAsked((count) => count + 1);
  const more = () => {
    if (!page?.next_cursor || loading_more) return;
    setLoadingMore(true);
    void load(page.next_cursor, CHUNK);
  };
  return { list: remoteOf(page, error, refresh), loading_more, more };
}

function append<Row>(shown: PageOf<Row> | null, next: PageOf<Row>): PageOf<Row> {
  return shown === null ? next : { ...next, rows: [...shown.rows, ...next.rows] };
}
