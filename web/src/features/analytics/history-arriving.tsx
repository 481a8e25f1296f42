import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CloudDownload, CloudOff } from "lucide-react";
import { useLive } from "@/db/use-live.ts";
import { useSyncStatus } from "@/sync/status.ts";
import { Card } from "@/ui/card.tsx";
import { EmptyState } from "@/ui/states.tsx";

/** Whether this device still misses a part of the account: records computed now would be wrong. */
export function useHistoryArriving(): boolean {
  const { complete, phase } = useSyncStatus();
  // Before the first look at what is there, nothing is known to be missing.
  return !complete && phase !== "idle";
}

/** In place of charts and records while the first sync brings the history. */
export function HistoryArriving() {
  const { t } = useLingui();
  const { phase } = useSyncStatus();
  const count = useLive((db) => db.workouts.count(), []) ?? 0;
  const waits = phase !== "pulling";
  return (
    <Card>
      <EmptyState
        small
        icon={waits ? <CloudOff size={24} /> : <CloudDownload size={24} />}
        title={waits ? t`Your history is not on this device yet` : t`Your history is on its way`}
      >
        <p role="status">
          <Plural value={count} one="# workout is here." other="# workouts are here." />{" "}
          {waits ? (
            <Trans>The rest comes with the next connection.</Trans>
          ) : (
            <Trans>Charts and records appear once all of them are.</Trans>
          )}
        </p>
      </EmptyState>
    </Card>
  );
}
