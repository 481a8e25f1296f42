import { navigate } from "wouter/use-browser-location";
import { createStore } from "@/lib/store.ts";
import { requestSync } from "@/sync/scheduler.ts";

const CHECK_EVERY_MS = 3_600_000;
const START_AFTER_MS = 2_000;

/** Whether a newer version has been downloaded and waits. */
export const updateReady = createStore(false);

let activate: ((reload?: boolean) => Promise<void>) | undefined;

interface WorkerMessage {
  readonly type?: "SYNC" | "NAVIGATE";
  readonly path?: string;
}

/** What the worker asks of an open page: to sync since the network is back, to go where a notification leads. */
function receive({ data }: MessageEvent<WorkerMessage | null>): void {
  if (data?.type === "SYNC") void requestSync();
  if (data?.type === "NAVIGATE" && data.path !== undefined) navigate(data.path);
}

/** Register when the first view and its data are there: the worker's downloads must not compete with them. */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.addEventListener("message", receive);
  const start = () => setTimeout(() => void register(), START_AFTER_MS);
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start, { once: true });
}

/**
 * The server's policy lets no text become script or markup (Trusted Types). The only address of a script that
 * is ever given as a text is the worker's; it passes, and every other one is refused.
 */
function trustAddresses(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy: (name: string, rules: object) => unknown } };
  trustedTypes?.createPolicy("default", { createScriptURL: (url: string) => (url === "/sw.js" ? url : null) });
}

async function register(): Promise<void> {
  trustAddresses();
  const { registerSW } = await import("virtual:pwa-register");
  activate = registerSW({
    onNeedRefresh: () => updateReady.set(true),
    onRegisteredSW: (_url, registration) => {
      if (!registration) return;
      setInterval(() => void registration.update().catch(() => undefined), CHECK_EVERY_MS);
    },
  });
}

export function applyUpdate(): void {
  void activate?.(true);
}

/** The server no longer takes what this version writes: fetch the newer one, and keep what is queued. */
export function reloadForUpdate(): void {
  if (updateReady.get()) applyUpdate();
  else location.reload();
}
