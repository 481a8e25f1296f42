import { Trans, useLingui } from "@lingui/react/macro";
import { CircleAlert, CloudOff, CloudUpload, LogIn, RefreshCw, TriangleAlert } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { Link } from "wouter";
import { useSession } from "@/features/auth/session.ts";
import { requestSync } from "@/sync/scheduler.ts";
import { useSyncStatus } from "@/sync/status.ts";
import { useUnsaved } from "@/sync/unsaved.ts";
import { useWaiting } from "@/sync/waiting.ts";
import { reloadForUpdate } from "./service-worker.ts";
import { SignInAgain } from "./sign-in-again.tsx";
import styles from "./sync-chip.module.css";

const ICON = { size: 16, "aria-hidden": true } as const;
/** A change that is on its way for less than this is none to speak of [ms]. */
const QUIET_MS = 2_000;

/** A thin line at the top: nothing when all is well, the most urgent thing otherwise. */
export function SyncChip() {
  const { t } = useLingui();
  const session = useSession();
  const { phase, complete } = useSyncStatus();
  const { unsent, refused, recovered } = useWaiting();
  const unsaved = useUnsaved().length;
  const long_unsent = useLasting(unsent > 0, QUIET_MS);
  if (unsaved > 0) {
    return <DeviceLink tone="danger" icon={<TriangleAlert {...ICON} />} text={t`${unsaved} not stored · open`} />;
  }
  if (session.status === "expired") {
    return (
      <SignInAgain>
        <LogIn {...ICON} />
        {unsent > 0 ? t`${unsent} waiting · sign in again to send` : t`Sign in again to go on syncing`}
      </SignInAgain>
    );
  }
  if (phase === "outdated") {
    return (
      <button type="button" className={styles.chip} data-tone="warn" onClick={reloadForUpdate}>
        <RefreshCw {...ICON} />
        {unsent > 0 ? t`${unsent} waiting · update FitFolio to send` : t`Update FitFolio to go on syncing`}
      </button>
    );
  }
  if (refused + recovered > 0) {
    return <DeviceLink tone="warn" icon={<CircleAlert {...ICON} />} text={t`Needs you · ${refused + recovered}`} />;
  }
  if (phase === "offline") {
    const text = unsent > 0 ? t`Offline · ${unsent} waiting` : t`Offline · showing what is on this device`;
    return <DeviceLink icon={<CloudOff {...ICON} />} text={text} />;
  }
  if (phase === "failed") {
    return (
      <button type="button" className={styles.chip} data-tone="warn" onClick={() => void requestSync()}>
        <TriangleAlert {...ICON} />
        <Trans>Syncing failed · try again</Trans>
      </button>
    );
  }
  if (phase === "pulling" && !complete) {
    return (
      <p className={styles.chip} role="status">
        <RefreshCw {...ICON} />
        <Trans>Bringing your history to this device</Trans>
      </p>
    );
  }
  if (long_unsent && unsent > 0) return <DeviceLink icon={<CloudUpload {...ICON} />} text={t`${unsent} not yet on the server`} />;
  return null;
}

interface DeviceLinkProps {
  readonly tone?: "warn" | "danger";
  readonly icon: ReactNode;
  readonly text: string;
}

function DeviceLink({ tone, icon, text }: DeviceLinkProps) {
  return (
    <div role="status" className={styles.holder}>
      <Link href="/device" className={styles.chip} data-tone={tone}>
        {icon}
        {text}
      </Link>
    </div>
  );
}

/** Whether something has been so for a while. */
function useLasting(is_so: boolean, after_ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(is_so), is_so ? after_ms : 0);
    return () => clearTimeout(timer);
  }, [is_so, after_ms]);
  return lasting;
}
