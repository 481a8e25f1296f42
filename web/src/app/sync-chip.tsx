import { Trans, useLingui } from "@lingui/react/macro";
import { CloudOff, LogIn, RefreshCw, TriangleAlert } from "lucide-react";
import { Link } from "wouter";
import { useSession } from "@/features/auth/session.ts";
import { requestSync } from "@/sync/scheduler.ts";
import { useSyncStatus } from "@/sync/status.ts";
import styles from "./sync-chip.module.css";

/** A thin line at the top: nothing when all is well. */
export function SyncChip() {
  const { t } = useLingui();
  const session = useSession();
  const { phase, pending, complete } = useSyncStatus();
  if (session.status === "expired") {
    return (
      <Link href="/sign-in" className={styles.chip} data-tone="warn">
        <LogIn size={16} aria-hidden="true" />
        <Trans>Sign in again to go on syncing</Trans>
      </Link>
    );
  }
  if (phase === "offline") {
    return (
      <p className={styles.chip} role="status">
        <CloudOff size={16} aria-hidden="true" />
        {pending > 0 ? t`Offline · ${pending} waiting` : t`Offline · showing what is on this device`}
      </p>
    );
  }
  if (phase === "failed") {
    return (
      <button type="button" className={styles.chip} data-tone="warn" onClick={() => void requestSync()}>
        <TriangleAlert size={16} aria-hidden="true" />
        <Trans>Syncing failed · try again</Trans>
      </button>
    );
  }
  if (phase === "pulling" && !complete) {
    return (
      <p className={styles.chip} role="status">
        <RefreshCw size={16} aria-hidden="true" />
        <Trans>Bringing your history to this device</Trans>
      </p>
    );
  }
  return null;
}
