import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import "@/ui/tokens.css";
import "@/ui/base.css";
import { onProofRequired, onSignedOut } from "@/api/client.ts";
import { App } from "@/app/app.tsx";
import { findRoute } from "@/app/routes.ts";
import { startServiceWorker } from "@/app/service-worker.ts";
import { SIGNED_IN } from "@/app/signed-in-frame.ts";
import { findDb, onDbChange } from "@/db/current.ts";
import { expireSession, findSession, followTabs, refreshMe, restoreSession } from "@/features/auth/session.ts";
import { activateLocale, preferredLocale } from "@/i18n/locale.ts";
import { startSync } from "@/sync/scheduler.ts";

/** What the first painting does not need begins this much later [ms]. */
const BACKGROUND_AFTER_MS = 100;

async function start(): Promise<void> {
  onSignedOut(expireSession);
  followTabs();
  onProofRequired(async () => (await import("@/features/auth/ask-for-proof.tsx")).askForProof());
  const words = activateLocale(preferredLocale());
  await restoreSession();
  await Promise.all([words, loadFirstPage()]);
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
  const code = Promise.all([shown?.page.preload(), is_signed_in && SIGNED_IN.preload()]);
  if (is_signed_in) await (await import("@/app/signed-in.tsx")).loadFirstData(location.pathname);
  await code;
}

function startBackground(): void {
  startSync();
  startLiveWithSomebody();
  if (findSession().status === "signed_in") void refreshMe();
  startServiceWorker();
}

/** After the first view, whose size is budgeted; the first pull does not wait for a poke. Nobody hears nothing. */
function startLiveWithSomebody(): void {
  if (findDb()) return void import("@/sync/live.ts").then(({ startLive }) => startLive());
  const stop = onDbChange(() => {
    stop();
    startLiveWithSomebody();
  });
}

void start();
