import type { ApiError } from "@/api/problem.ts";
import { findDb } from "@/db/current.ts";
import { nowMs } from "@/lib/clock.ts";
import { updateStatus } from "./status.ts";

const PULL_EVERY_MS = 60_000;
const PUSH_AFTER_MS = 250;
const RETRY_FIRST_MS = 2_000;
const RETRY_LAST_MS = 60_000;

let running: Promise<void> | null = null;
let wanted = false;
let retry_ms = RETRY_FIRST_MS;
let push_timer: ReturnType<typeof setTimeout> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A change was queued: it is painted first, and those that follow at once come along. After a failure the next planned attempt takes it. */
export function requestPush(): void {
  if (timer !== undefined || push_timer !== undefined) return;
  push_timer = setTimeout(() => {
    // Forgotten here and not by the run, which may be an earlier one: taken for set, it would keep every later change waiting.
    push_timer = undefined;
    void requestSync();
  }, PUSH_AFTER_MS);
}

/** Push and pull now. Calls during a run are remembered and lead to exactly one more. */
export function requestSync(): Promise<void> {
  if (running) {
    wanted = true;
    return running;
  }
  running = runOnce().finally(() => {
    running = null;
    if (wanted) {
      wanted = false;
      requestPush();
    }
  });
  return running;
}

/** Sync on start, when the network or the page comes back, and once a minute while visible. */
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
    cancelRetry();
    window.removeEventListener("online", soon);
    window.removeEventListener("offline", whenOffline);
    document.removeEventListener("visibilitychange", whenVisible);
  };
}

async function runOnce(): Promise<void> {
  const db = findDb();
  if (!db) return;
  cancelRetry();
  clearTimeout(push_timer);
  push_timer = undefined;
  try {
    // Loaded when it is needed first: the first view does without it.
    const { syncInTurn } = await import("./engine.ts");
    await syncInTurn(db, (synced) => {
      if (!synced.ok) return giveUpForNow(synced.error);
      retry_ms = RETRY_FIRST_MS;
      updateStatus({ phase: "idle", complete: true, synced_at_ms: nowMs(), error: null });
    });
  } catch (error) {
    // Signing out closes the database under a running sync; that is no failure.
    if (findDb() === db) giveUpForNow(storageFailure(error));
  }
}

function storageFailure(error: unknown): ApiError {
  return { code: "device.storage_failed", status: 507, detail: error instanceof Error ? error.message : String(error) };
}

/** `navigator.onLine` stays true when only the server is gone, so every failure is tried again. */
function giveUpForNow(error: ApiError): void {
  updateStatus({ phase: phaseOf(error), error });
  // Signed out: only a new sign-in helps, and that starts a sync by itself.
  if (error.status === 401) return;
  const wait_ms = Math.max(retry_ms * (0.75 + Math.random() / 2), (error.retry_after_s ?? 0) * 1000);
  timer = setTimeout(() => {
    timer = undefined;
    void requestSync();
  }, wait_ms);
  retry_ms = Math.min(retry_ms * 2, RETRY_LAST_MS);
}

function phaseOf(error: ApiError) {
  if (error.status === 0) return "offline";
  if (error.code === "sync.schema_unsupported") return "outdated";
  return "failed";
}

function cancelRetry(): void {
  clearTimeout(timer);
  timer = undefined;
}
