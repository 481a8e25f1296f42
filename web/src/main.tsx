import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import "@/ui/tokens.css";
import "@/ui/base.css";
import { onProofRequired, onSignedOut } from "@/api/client.ts";
import { App } from "@/app/app.tsx";
import { findRoute } from "@/app/routes.ts";
import { startServiceWorker } from "@/app/service-worker.ts";
import { loadHome } from "@/features/analytics/queries.ts";
import { watchProfile } from "@/features/auth/profile.ts";
import { expireSession, findSession, refreshMe, restoreSession } from "@/features/auth/session.ts";
import { activateLocale, preferredLocale } from "@/i18n/locale.ts";
import { startSync } from "@/sync/scheduler.ts";

/** The first painting waits this long at most for the first page's data [ms]. */
const DATA_WITHIN_MS = 600;
/** What the first painting does not need begins this much later [ms]. */
const BACKGROUND_AFTER_MS = 100;

async function start(): Promise<void> {
  await restoreSession();
  onSignedOut(expireSession);
  onProofRequired(async () => (await import("@/features/auth/ask-for-proof.tsx")).askForProof());
  await activateLocale(preferredLocale());
  await loadFirstPage();
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  // As a transition, the first painting is prepared in small steps instead of one that blocks input.
  startTransition(() => createRoot(root).render(<App />));
  setTimeout(startBackground, BACKGROUND_AFTER_MS);
}

/** With code and data at hand the page is painted once, straight over the skeleton of index.html. */
async function loadFirstPage(): Promise<void> {
  const is_signed_in = findSession().status !== "signed_out";
  const route = findRoute(location.pathname);
  const shown = route?.public || is_signed_in ? route : findRoute("/sign-in");
  const code = shown?.page.preload();
  if (is_signed_in) watchProfile(() => {});
  if (is_signed_in && shown?.path === "/") await Promise.race([loadHome().catch(() => undefined), wait(DATA_WITHIN_MS)]);
  await code;
}

function startBackground(): void {
  startSync();
  // After the first view: its size is budgeted, and the first pull does not wait for a poke.
  void import("@/sync/live.ts").then(({ startLive }) => startLive());
  if (findSession().status === "signed_in") void refreshMe();
  startServiceWorker();
}

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

void start();
