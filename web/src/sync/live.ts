import type { components } from "@/api/generated/schema";
import { findDb, onDbChange } from "@/db/current.ts";
import { requestSync } from "./scheduler.ts";
import { readCheckpoint } from "./sync-state.ts";

type Schemas = components["schemas"];
export type LiveMessage = Schemas["LiveHello"] | Schemas["LiveRevision"] | Schemas["LiveRestTimer"] | Schemas["LivePing"];

const RETRY_FIRST_MS = 1_000;
const RETRY_LAST_MS = 60_000;
/** The server says something every 25 s; a line that is silent for longer is dead without knowing it [ms]. */
const SILENCE_MS = 70_000;
/** The session has ended: only a new sign-in helps, so there is no hurry. */
const SESSION_ENDED = 4401;

type Listener = (message: LiveMessage) => void;
const listeners = new Set<Listener>();

/** Hear what the server tells this account's devices. Only one tab is connected; it alone is told. */
export function onLiveMessage(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Have the server say when there is something to pull, in one tab of this browser.
 *
 * The lock is held as long as the tab lives; when it closes, the next one connects. Without locks,
 * without sockets or behind a proxy that allows none, syncing once a minute goes on as before.
 */
export function startLive(): () => void {
  let stop = connectAsLeader();
  const stopWatching = onDbChange(() => {
    stop();
    stop = connectAsLeader();
  });
  return () => {
    stopWatching();
    stop();
  };
}

function connectAsLeader(): () => void {
  const db = findDb();
  const locks = navigator.locks as LockManager | null | undefined;
  if (!db || !locks || typeof WebSocket === "undefined") return () => {};
  const stopping = new AbortController();
  const lead = () =>
    new Promise<void>((resolve) => {
      const stop = keepConnected();
      stopping.signal.addEventListener("abort", () => {
        stop();
        resolve();
      });
    });
  locks.request(`${db.name}-live`, { signal: stopping.signal }, lead).catch(() => {
    // Stopped before it was this tab's turn.
  });
  return () => stopping.abort();
}

function keepConnected(): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let retry_ms = RETRY_FIRST_MS;
  let stopped = false;

  const connect = () => {
    clearTimeout(timer);
    if (stopped || socket) return;
    const url = new URL("/api/v1/live", location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    const opened = new WebSocket(url);
    socket = opened;
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => opened.close(), SILENCE_MS);
    };
    opened.addEventListener("open", listen);
    opened.addEventListener("message", (event) => {
      retry_ms = RETRY_FIRST_MS;
      listen();
      void receive(event.data);
    });
    opened.addEventListener("close", (event) => {
      clearTimeout(silence);
      socket = null;
      if (stopped) return;
      if (event.code === SESSION_ENDED) {
        retry_ms = RETRY_LAST_MS;
        // An ordinary request asks whether it is so, and says it where it must be seen.
        void requestSync();
      }
      timer = setTimeout(connect, retry_ms * (0.75 + Math.random() / 2));
      retry_ms = Math.min(retry_ms * 2, RETRY_LAST_MS);
    });
  };
  // The network is back, or the page is looked at again: no need to wait for the next planned try.
  const soon = () => {
    if (document.visibilityState === "visible") connect();
  };
  window.addEventListener("online", soon);
  document.addEventListener("visibilitychange", soon);
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    clearTimeout(silence);
    window.removeEventListener("online", soon);
    document.removeEventListener("visibilitychange", soon);
    socket?.close();
  };
}

async function receive(data: unknown): Promise<void> {
  const message = parse(data);
  if (!message) return;
  for (const listener of listeners) listener(message);
  if (message.type !== "revision" && message.type !== "hello") return;
  const db = findDb();
  if (db && message.revision > (await readCheckpoint(db))) await requestSync();
}

function parse(data: unknown): LiveMessage | null {
  try {
    return typeof data === "string" ? (JSON.parse(data) as LiveMessage) : null;
  } catch {
    return null;
  }
}
