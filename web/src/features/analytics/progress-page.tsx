import { Trans, useLingui } from "@lingui/react/macro";
import { ChartLine } from "lucide-react";
import { useFormat } from "@/features/auth/use-format.ts";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import { addDays } from "@/lib/clock.ts";
import { useLive } from "@/db/use-live.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { HistoryArriving, useHistoryArriving } from "./history-arriving.tsx";
import { ProgressLifts } from "./progress-lifts.tsx";
import { ProgressMuscles } from "./progress-muscles.tsx";
import { ProgressRecords } from "./progress-records.tsx";

/** Long enough to know the main lifts, short enough to be about now. */
const RECENT_DAYS = 84;

export function ProgressPage() {
  const { t } = useLingui();
  const format = useFormat();
  const exercises = useExerciseMap();
  const arriving = useHistoryArriving();
  const last = useLive(async (db) => (await db.workouts.orderBy("local_date").last())?.local_date ?? null, []);
  // Somebody who pauses still sees the twelve weeks before the pause.
  const until = last === undefined || last === null ? format.today : last;
  const recent = useLive((db) => db.workouts.where("local_date").above(addDays(until, -RECENT_DAYS)).toArray(), [until]);
  if (last === undefined || !recent || !exercises) {
    return (
      <Page title={t`Progress`} wide>
        <Skeleton heights={[320, 320]} />
      </Page>
    );
  }
  if (arriving) {
    return (
      <Page title={t`Progress`}>
        <HistoryArriving />
      </Page>
    );
  }
  if (last === null) {
    return (
      <Page title={t`Progress`}>
        <EmptyState
          icon={<ChartLine size={28} />}
          title={t`Too early to say`}
          actions={
            <ButtonLink href="/import" variant="primary">
              {t`Bring your history`}
            </ButtonLink>
          }
        >
          <Trans>Once there are workouts, this page answers whether you are getting stronger.</Trans>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t`Progress`} wide>
      <Columns aside={<ProgressRecords exercises={exercises} format={format} />}>
        <ProgressLifts
          range={until >= addDays(format.today, -RECENT_DAYS) ? "3m" : "all"}
          recent={recent}
          exercises={exercises}
          format={format}
        />
        <ProgressMuscles recent={recent} exercises={exercises} format={format} />
      </Columns>
    </Page>
  );
}
