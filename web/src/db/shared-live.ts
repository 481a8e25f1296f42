import { liveQuery } from "dexie";
import { createStore, useStore, type Store } from "@/lib/store.ts";
import { findDb, onDbChange } from "./current.ts";
import type { LocalDb } from "./schema.ts";

interface SharedLive<T> {
  readonly useValue: () => T | undefined;
  readonly subscribe: Store<T>["subscribe"];
}

/**
 * Rows that nearly every component reads: one query for all of them instead of one each. It runs
 * while anybody listens; `undefined` until it has been read, and where there is nothing.
 */
export function createSharedLive<T>(query: (db: LocalDb) => Promise<T | undefined>): SharedLive<T> {
  const rows = createStore<T | undefined>(undefined);
  let listeners = 0;
  let stop = () => {};

  const read = () => {
    const db = findDb();
    rows.set(undefined);
    if (!db) return () => {};
    // A failure shows where the page itself reads; here it means "not known".
    const subscription = liveQuery(() => query(db)).subscribe({ next: rows.set, error: () => rows.set(undefined) });
    return () => subscription.unsubscribe();
  };
  const start = () => {
    let stopReading = read();
    const stopWatching = onDbChange(() => {
      stopReading();
      stopReading = read();
    });
    return () => {
      stopWatching();
      stopReading();
    };
  };
  const shared: Store<T | undefined> = {
    ...rows,
    subscribe(listener) {
      if (listeners === 0) stop = start();
      listeners += 1;
      const unsubscribe = rows.subscribe(listener);
      return () => {
        unsubscribe();
        listeners -= 1;
        if (listeners === 0) stop();
      };
    },
  };
  return { useValue: () => useStore(shared), subscribe: shared.subscribe };
}
