import { liveQuery } from "dexie";
import { useEffect, useState } from "react";
import { useDb } from "./current.ts";
import type { LocalDb } from "./schema.ts";

type Snapshot<T> = { readonly deps: readonly unknown[]; readonly value: T | undefined; readonly error: unknown };

/**
 * Read from the local database and repaint whenever the rows change, in any tab.
 *
 * `undefined` means "not read yet"; give a query that finds nothing another value (`?? null`).
 * While `deps` change, the value of the old ones is not shown.
 */
export function useLive<T>(query: (db: LocalDb) => Promise<T> | T, deps: readonly unknown[]): T | undefined {
  const db = useDb();
  const all = [db, ...deps];
  const [snapshot, setSnapshot] = useState<Snapshot<T>>({ deps: [], value: undefined, error: undefined });

  useEffect(() => {
    if (!db) return;
    const subscription = liveQuery(() => query(db)).subscribe({
      next: (value) => setSnapshot({ deps: all, value, error: undefined }),
      error: (error: unknown) => setSnapshot({ deps: all, value: undefined, error }),
    });
    return () => subscription.unsubscribe();
    // The query closes over `deps`; the caller lists them.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, all);

  if (snapshot.error !== undefined && sameDeps(snapshot.deps, all)) throw snapshot.error as Error;
  return sameDeps(snapshot.deps, all) ? snapshot.value : undefined;
}

function sameDeps(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}
