import { api, toResult } from "@/api/client.ts";
import type { ApiError } from "@/api/problem.ts";
import { findDb } from "@/db/current.ts";
import type { LocalDb } from "@/db/schema.ts";
import { nowMs } from "@/lib/clock.ts";
import { pullLibrary } from "./library.ts";
import { pullChanges, readCheckpoint } from "./pull.ts";
import { updateStatus } from "./status.ts";

const PULL_EVERY_MS = 60_000;
const RETRY_FIRST_MS = 2_000;
const RETRY_LAST_MS = 120_000;
const PAGE_SIZE = 200;

const fetchChanges = (since: number) => toResult(api.GET("/api/v1/sync", { params: { query: { since, limit: PAGE_SIZE } } }));

let running: Promise<void> | null = null;
let wanted = false;
let retry_ms = RETRY_FIRST_MS;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Ask for a pull soon. Calls during one are remembered and lead to exactly one more. */
export function requestSync(): Promise<void> {
  if (running) {
    wanted = true;
    return running;
  }
  running = runOnce().finally(() => {
    running = null;
    if (wanted) {
      wanted = false;
      void requestSync();
    }
  });
  return running;
}

/** Pull on start, when the network or the page comes back, and once a minute while visible. */
export function startSync(): () => void {
  const soon = () => void requestSync();
  const whenVisible = () => {
    if (document.visibilityState === "visible") soon();
  };
  const whenOffline = () => updateStatus({ phase: "offline" });
  const interval = setInterval(whenVisible, PULL_EVERY_MS);
  window.addEventListener("online", soon);
  window.addEventListener("offline", whenOffline);
  document.addEventListener("visibilitychange", whenVisible);
  soon();
  return () => {
    clearInterval(interval);
    clearTimeout(timer);
    window.removeEventListener("online", soon);
    window.removeEventListener("offline", whenOffline);
    document.removeEventListener("visibilitychange", whenVisible);
  };
}

async function runOnce(): Promise<void> {
  const db = findDb();
  if (!db) return;
  try {
    await withLeadership(db.name, () => pullEverything(db));
  } catch (error) {
    // Signing out closes the database under a running pull; that is no failure.
    if (findDb() === db) giveUpForNow(storageFailure(error));
  }
}

/** One tab talks to the server; the others see its writes through the shared database. */
async function withLeadership(name: string, work: () => Promise<void>): Promise<void> {
  // Browsers offer locks on https and localhost only; without them every tab pulls for itself.
  const locks = navigator.locks as LockManager | null | undefined;
  if (!locks) return work();
  await locks.request(`${name}-sync`, work);
}

async function pullEverything(db: LocalDb): Promise<void> {
  clearTimeout(timer);
  updateStatus({ phase: "pulling", complete: (await readCheckpoint(db)) > 0 });
  const [pulled, library] = await Promise.all([pullChanges(db, fetchChanges), pullLibrary(db, nowMs())]);
  const failed = !pulled.ok ? pulled.error : !library.ok ? library.error : null;
  if (failed) return giveUpForNow(failed);
  // What was pulled may have brought another language.
  const renamed = await pullLibrary(db, nowMs());
  if (!renamed.ok) return giveUpForNow(renamed.error);
  retry_ms = RETRY_FIRST_MS;
  updateStatus({ phase: "idle", complete: true, synced_at_ms: nowMs(), error: null });
}

function storageFailure(error: unknown): ApiError {
  return { code: "device.storage_failed", status: 507, detail: error instanceof Error ? error.message : String(error) };
}

/** `navigator.onLine` stays true when only the server is gone, so every failure is tried again. */
function giveUpForNow(error: ApiError): void {
  updateStatus({ phase: error.status === 0 ? "offline" : "failed", error });
  // Signed out: only a new sign-in helps, and that starts a sync by itself.
  if (error.status === 401) return;
  timer = setTimeout(() => void requestSync(), retry_ms * (0.75 + Math.random() / 2));
  retry_ms = Math.min(retry_ms * 2, RETRY_LAST_MS);
}
