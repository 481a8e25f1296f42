import { createSharedLive } from "@/db/shared-live.ts";

export interface Waiting {
  /** Changes that the server has not confirmed. */
  readonly unsent: number;
  /** Changes that the server refused and somebody has to decide about. */
  readonly refused: number;
  /** Values that lost against another device's. */
  readonly recovered: number;
}

const NOTHING: Waiting = { unsent: 0, refused: 0, recovered: 0 };

const waiting = createSharedLive<Waiting>(async (db) => {
  const [unsent, refused, recovered] = await Promise.all([db.outbox.count(), db.issues.count(), db.recovered.count()]);
  return { unsent, refused, recovered };
});

/** What is between this device and the server, in any tab. */
export function useWaiting(): Waiting {
  return waiting.useValue() ?? NOTHING;
}
