import { createRoot } from "react-dom/client";
import "@/ui/tokens.css";
import "@/ui/base.css";
import { onSignedOut } from "@/api/client.ts";
import { App } from "@/app/app.tsx";
import { startServiceWorker } from "@/app/service-worker.ts";
import { expireSession, findSession, refreshMe, restoreSession } from "@/features/auth/session.ts";
import { activateLocale, preferredLocale } from "@/i18n/locale.ts";
import { startSync } from "@/sync/scheduler.ts";

async function start(): Promise<void> {
  restoreSession();
  onSignedOut(expireSession);
  await activateLocale(preferredLocale());
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root");
  createRoot(root).render(<App />);
  startSync();
  if (findSession().status === "signed_in") void refreshMe();
  startServiceWorker();
}

void start();
