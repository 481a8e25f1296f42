import { useLingui } from "@lingui/react/macro";
import { FileUp, Plus } from "lucide-react";
import { useFormat, type Format } from "@/features/auth/use-format.ts";
import { useExercisesById } from "@/features/exercises/use-exercise-names.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { ErrorState, StaleNote } from "@/ui/states.tsx";
import { HomeMuscles, HomeRecords, HomeWorkouts } from "./home-lists.tsx";
import { HomeStart } from "./home-start.tsx";
import { HomeWeek, HomeWeeks } from "./home-week.tsx";
import { useHome, type Home } from "./queries.ts";
import styles from "./home.module.css";

export function HomePage() {
  const { t } = useLingui();
  const format = useFormat();
  const page = useHome();
  const title = format.date(format.today, "weekday_day");
  if (page.status === "ready" && page.data.workouts_total === 0) {
    return (
      <Page title={t`Welcome`}>
        <HomeStart />
      </Page>
    );
  }
  return (
    <Page title={title} wide>
      {page.status === "loading" && <Skeleton heights={[172, 88, 300]} />}
      {page.status === "failed" && <ErrorState error={page.error} onRetry={page.refresh} />}
      {page.status === "ready" && (
        <>
          {page.error && <StaleNote>{t`The last known state; the server cannot be reached.`}</StaleNote>}
          <Filled home={page.data} format={format} />
        </>
      )}
    </Page>
  );
}

function Filled({ home, format }: { readonly home: Home; readonly format: Format }) {
  const { t } = useLingui();
  const exercises = useExercisesById(home.last_records.map((record) => record.exercise_id));
  return (
    <Columns
      aside={
        <>
          <HomeRecords records={home.last_records} exercises={exercises} format={format} />
          <HomeMuscles muscles={home.muscles} format={format} />
        </>
      }
    >
      <Card>
        <HomeWeek home={home} format={format} />
        <div className={styles.actions}>
          <ButtonLink href="/workouts/new" variant="primary" size="large" icon={<Plus size={20} aria-hidden="true" />}>
            {t`Log a workout`}
          </ButtonLink>
          <ButtonLink href="/import" size="large" icon={<FileUp size={20} aria-hidden="true" />}>
            {t`Import`}
          </ButtonLink>
        </div>
      </Card>
      <HomeWorkouts workouts={home.last_workouts} format={format} />
      <HomeWeeks home={home} format={format} />
    </Columns>
  );
}
