import { useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { lazy, Suspense, type ReactNode } from "react";
import { useLive } from "@/db/use-live.ts";
import { useFormat, type Format } from "@/features/auth/use-format.ts";
import { loadWords } from "@/i18n/locale.ts";
import { useSyncStatus } from "@/sync/status.ts";
import type { Page as PageState } from "@/sync/use-page.ts";
import { ButtonLink } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { ErrorState, StaleNote } from "@/ui/states.tsx";
import { ErrorFallback } from "@/ui/error-fallback.tsx";
import { TODAY_HEIGHT_PX } from "@/features/enrolments/today-height.ts";
import { HomeWeek } from "./home-week.tsx";
import { HomeWeeks } from "./home-weeks.tsx";
import { HomeWorkouts } from "./home-workouts.tsx";
import { useHome, type Home } from "./queries.ts";
import styles from "./home.module.css";

// Below the fold on phones: code and words of these cards come after the first view is painted.
const Aside = lazy(async () => {
  await painted();
  const [{ HomeAside }] = await Promise.all([import("./home-aside.tsx"), loadWords("rest")]);
  return { default: HomeAside };
});

// Who follows no program never loads what works the next sessions out.
const Today = lazy(async () => {
  const [{ Today: Cards }] = await Promise.all([import("@/features/enrolments/today.tsx"), loadWords("rest")]);
  return { default: Cards };
});

// Seen by new accounts only.
const HomeStart = lazy(() => import("./home-start.tsx").then(({ HomeStart: Start }) => ({ default: Start })));

function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

export function HomePage() {
  const { t } = useLingui();
  const format = useFormat();
  const page = useHome(format.today);
  const title = format.date(format.today, "weekday_day");
  const followed = useFollowed(page);
  // Shown with the rest of the page and not before it, so that nothing is pushed down.
  const today = followed > 0 && (
    <Later height_px={TODAY_HEIGHT_PX * followed}>
      <Today count={followed} />
    </Later>
  );
  if (page.status === "ready" && page.data.workouts_total === 0) {
    return (
      <Page title={t`Welcome`}>
        {today}
        <Later height_px={520}>
          <HomeStart />
        </Later>
      </Page>
    );
  }
  return (
    <Page title={title} wide>
      {page.status === "loading" && <Skeleton heights={[172, 88, 300]} />}
      {page.status === "failed" && (
        <>
          {today}
          <ErrorState error={page.error} onRetry={page.refresh} />
        </>
      )}
      {page.status === "ready" && (
        <>
          {page.error && <StaleNote>{t`The last known state; the server cannot be reached.`}</StaleNote>}
          <Filled home={page.data} format={format} today={today} />
        </>
      )}
    </Page>
  );
}

/** How many programs are followed: as this device knows, or as the server says while they are still on their way here. */
function useFollowed(page: PageState<Home>): number {
  const { complete } = useSyncStatus();
  const here = useLive((db) => db.enrolments.filter(({ ended_at }) => ended_at === null).count(), []);
  if (here !== undefined && (here > 0 || complete)) return here;
  return page.status === "ready" ? (page.data.programs_followed ?? 0) : 0;
}

interface FilledProps {
  readonly home: Home;
  readonly format: Format;
  /** The sessions of programs, false without any: where there is one, starting something else is the second choice. */
  readonly today: ReactNode;
}

function Filled({ home, format, today }: FilledProps) {
  const { t } = useLingui();
  return (
    <Columns
      aside={
        <Later height_px={340}>
          <Aside home={home} format={format} />
        </Later>
      }
    >
      {today}
      <Card>
        <HomeWeek home={home} format={format} />
        <div className={styles.actions}>
          <ButtonLink
            href="/train"
            variant={today ? "secondary" : "primary"}
            size="large"
            wide
            icon={<Plus size={20} aria-hidden="true" />}
          >
            {t`Start a workout`}
          </ButtonLink>
        </div>
      </Card>
      <HomeWorkouts workouts={home.last_workouts} format={format} />
      <HomeWeeks home={home} format={format} />
    </Columns>
  );
}

interface LaterProps {
  readonly height_px?: number;
  readonly children: React.ReactNode;
}

/** Room for a card whose code is on its way; without it the page still stands. */
function Later({ height_px, children }: LaterProps) {
  return (
    <ErrorFallback fallback={null}>
      <Suspense fallback={height_px && <Skeleton heights={[height_px]} />}>{children}</Suspense>
    </ErrorFallback>
  );
}
