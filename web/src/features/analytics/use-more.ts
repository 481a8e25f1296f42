import { useState } from "react";
import type { ApiError } from "@/api/problem.ts";
import type { Result } from "@/lib/result.ts";

interface Chunk<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}

export interface More<Item> {
  readonly items: readonly Item[];
  readonly has_more: boolean;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly load: () => void;
}

/** Pages after a first one that is cached on the device. They start over when the first one changes. */
export function useMore<Item>(
  first: Chunk<Item>,
  fetchNext: (cursor: string) => Promise<Result<Chunk<Item>, ApiError>>,
): More<Item> {
  const [later, setLater] = useState<{ first: string | null; chunks: readonly Chunk<Item>[] }>({
    first: first.next_cursor,
    chunks: [],
  });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const chunks = later.first === first.next_cursor ? later.chunks : [];
  const cursor = (chunks.at(-1) ?? first).next_cursor;
  const load = async () => {
    if (cursor === null || busy) return;
    setBusy(true);
    const answer = await fetchNext(cursor);
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setLater({ first: first.next_cursor, chunks: [...chunks, answer.value] });
  };
  return {
    items: [...first.items, ...chunks.flatMap((chunk) => chunk.items)],
    has_more: cursor !== null,
    busy,
    error,
    load: () => void load(),
  };
}

/** The same for a list that is on the device as a whole: it is shown in parts, because drawing it costs time. */
export function useShownPart<Item>(all: readonly Item[], step: number): More<Item> {
  const [count, setCount] = useState(step);
  return {
    items: all.slice(0, count),
    has_more: count < all.length,
    busy: false,
    error: null,
    load: () => setCount((current) => current + step),
  };
}
