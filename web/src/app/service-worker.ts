import { createStore } from "@/lib/store.ts";

const CHECK_EVERY_MS = 3_600_000;
const START_AFTER_MS = 2_000;

/** Whether a newer version has been downloaded and waits. */
export const updateReady = createStore(false);

let activate: ((reload?: boolean) => Promise<void>) | undefined;

/** Register when the first view and its data are there: the worker's downloads must not compete with them. */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const start = () => setTimeout(() => void register(), START_AFTER_MS);
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start, { once: true });
}

async function register(): Promise<void> {
  const { registerSW } = await import("virtual:pwa-register");
  activate = registerSW({
    onNeedRefresh: () => updateReady.set(true),
    onRegisteredSW: (_url, registration) => {
      if (registration) setInterval(() => void registration.update().catch(() => undefined), CHECK_EVERY_MS);
    },
  });
}

export function applyUpdate(): void {
  void activate?.(true);
}
