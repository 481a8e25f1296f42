import { Trans, useLingui } from "@lingui/react/macro";
import { CloudOff, Dumbbell } from "lucide-react";
import { useSyncStatus } from "@/sync/status.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";

export function WaitingWorkout() {
  const { t } = useLingui();
  return (
    <Page title={t`Workout`} back="/history">
      <Skeleton heights={[84, 240, 240]} />
    </Page>
  );
}

/** A workout that this device does not have: not yet, or not any more. */
export function MissingWorkout() {
  const { t } = useLingui();
  const { complete, phase } = useSyncStatus();
  if (!complete && phase === "pulling") return <WaitingWorkout />;
  return (
    <Page title={t`Workout`} back="/history">
      <EmptyState
        icon={complete ? <Dumbbell size={28} /> : <CloudOff size={28} />}
        title={complete ? t`This workout does not exist` : t`This workout is not on the device`}
        actions={
          <ButtonLink href="/history" variant="primary">
            {t`All workouts`}
          </ButtonLink>
        }
      >
        {complete ? <Trans>It may have been deleted on another device.</Trans> : <Trans>It appears after the next sync.</Trans>}
      </EmptyState>
    </Page>
  );
}
