import { createSharedLive } from "@/db/shared-live.ts";

export interface Waiting {
  /** Changes that the server has not confirmed. */
  readonly unsent: number;
  /** Changes that the server refused and somebody has to decide about. */
  readonly refused: number;
  /** Values that lost against another device's. */
  readonly recovered: number;
}

/** What is there, and whether it has been read: until then nobody may call it nothing. */
export interface KnownWaiting extends Waiting {
  readonly is_known: boolean;
}

const UNKNOWN: KnownWaiting = { unsent: 0, refused: 0, recovered: 0, is_known: false };

const waiting = createSharedLive<KnownWaiting>(async (db) => {
  const [unsent, refused, recovered] = await Promise.all([db.outbox.count(), db.issues.count(), db.recovered.count()]);
  return { unsent, refused, recovered, is_known: true };
});

/** What is between this device and the server, in any tab. */
export function useWaiting(): KnownWaiting {
  return waiting.useValue() ?? UNKNOWN;
}
