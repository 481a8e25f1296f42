/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { keptName } from "./kept-when-shown.ts";
import { notificationOf, pathOf } from "./notification.ts";
import { NEVER_INTERCEPTED } from "./never-intercepted.ts";

declare const self: ServiceWorkerGlobalScope;

// The shell with every route's chunk: a page of the old version must still find its chunks after
// the server has the new one. Data is never cached here; it lives in IndexedDB.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// What pages can do without at first: kept once it has been shown, so that installing stays small.
registerRoute(
  ({ url }) => keptName(url.pathname) !== undefined,
  ({ request }) => fetchOnce(request),
);

registerRoute(new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: [...NEVER_INTERCEPTED] }));

// Only the update prompt activates a new worker; see service-worker.ts.
self.addEventListener("message", (event) => {
  if ((event.data as { type?: string } | null)?.type === "SKIP_WAITING") void self.skipWaiting();
});

// The end of a rest. Every push must show something, or the browser shows its own words.
self.addEventListener("push", (event) => {
  const notification = notificationOf(event.data?.text() ?? "");
  const { title, ...options } = notification;
  event.waitUntil(self.registration.showNotification(title, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const path = pathOf(event.notification.data);
  event.waitUntil(openPath(path));
});

/** From the cache, or from the network and then kept in place of the same file of another version. */
async function fetchOnce(request: Request): Promise<Response> {
  const cache = await caches.open("later");
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const name = keptName(new URL(request.url).pathname);
    for (const old of await cache.keys()) if (keptName(new URL(old.url).pathname) === name) await cache.delete(old);
    await cache.put(request, answer.clone());
  }
  return answer;
}

/** The app where it is open, at the place the notification speaks of; else a new window. */
async function openPath(path: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find((client) => new URL(client.url).pathname === path) ?? windows[0];
  if (!open) return void (await self.clients.openWindow(path));
  await open.focus();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client of this worker takes none
  if (new URL(open.url).pathname !== path) open.postMessage({ type: "NAVIGATE", path });
}

// Background Sync, where it exists: the browser wakes this worker when the network is back. The
// queue is the page's; a page that is open sends it, and without one it waits for the next start.
self.addEventListener("sync" as "message", (event) => {
  (event as unknown as ExtendableEvent).waitUntil(wakePages());
});

async function wakePages(): Promise<void> {
  const windows = await self.clients.matchAll({ type: "window" });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client of this worker takes none
  for (const client of windows) client.postMessage({ type: "SYNC" });
}
