import { api, toResult } from "@/api/client.ts";
import type { ApiError } from "@/api/problem.ts";
import { findDb } from "@/db/current.ts";
import type { LocalDb } from "@/db/schema.ts";
import { nowMs } from "@/lib/clock.ts";
import { ok, type Result } from "@/lib/result.ts";
import { pullLibrary } from "./library.ts";
import { pullChanges, type FetchChanges } from "./pull.ts";
import { pushOutbox, type SendOperations } from "./push.ts";
import { updateStatus } from "./status.ts";
import { isWhole } from "./sync-state.ts";
import { withLock } from "./tab-lock.ts";

/** The most that the server gives: every page stored makes what is shown be read anew. */
const PAGE_SIZE = 500;
/** A request that has not been answered by then is given up and made again [ms]. */
const PATIENCE_MS = 60_000;

const fetchChanges: FetchChanges = (since) =>
  toResult(api.GET("/api/v1/sync", { params: { query: { since, limit: PAGE_SIZE } }, signal: AbortSignal.timeout(PATIENCE_MS) }));

const sendOperations: SendOperations = (body) =>
  toResult(api.POST("/api/v1/sync/operations", { body, signal: AbortSignal.timeout(PATIENCE_MS) }));

/** Sync when it is this tab's turn; `done` is told the outcome inside that turn. */
export async function syncInTurn(db: LocalDb, done: (synced: Result<void, ApiError>) => void): Promise<void> {
  await withLock(`${db.name}-sync`, async () => {
    // Signed out while it waited: opened now, the database that was deleted would be there again.
    if (findDb() !== db) return;
    updateStatus({ phase: "pulling", complete: await isWhole(db) });
    const synced = await syncOnce(db);
    if (!synced.ok && synced.error.status === 0) void askForWakeUp();
    done(synced);
  });
}

interface WithBackgroundSync {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
}

/** Where the browser can, have it say when the network is back, even while this page sleeps. An extra: nothing relies on it. */
async function askForWakeUp(): Promise<void> {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  try {
    const registration = (await worker?.getRegistration()) as (ServiceWorkerRegistration & WithBackgroundSync) | undefined;
    await registration?.sync?.register("outbox");
  } catch {
    // The browser has it and does not allow it.
  }
}

/**
 * Push what is queued, then pull what has changed: in this order the pulled documents already hold
 * this device's changes.
 *
 * A push that fails for a reason of its own does not keep others' changes away.
 */
async function syncOnce(db: LocalDb): Promise<Result<void, ApiError>> {
  const pushed = await pushOutbox(db, sendOperations);
  if (!pushed.ok && endsRun(pushed.error)) return pushed;
  const [pulled, library] = await Promise.all([pullChanges(db, fetchChanges), pullLibrary(db, nowMs())]);
  if (!pulled.ok) return pulled;
  if (!library.ok) return library;
  // What was pulled may have brought another language.
  const renamed = await pullLibrary(db, nowMs());
  if (!renamed.ok) return renamed;
  void keepPrograms(db);
  return pushed.ok ? ok(undefined) : pushed;
}

/** The famous programs come last and alone: nothing that is shown first waits for them. */
async function keepPrograms(db: LocalDb): Promise<void> {
  try {
    const { pullProgramLibrary } = await import("./program-library.ts");
    await pullProgramLibrary(db, nowMs());
  } catch {
    // The next run tries again: those that are there stay.
  }
}

/** No network or nobody signed in: asking for anything else would end the same way. */
function endsRun({ status }: ApiError): boolean {
  return status === 0 || status === 401;
}
