import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CalendarDays, History as HistoryIcon, Search, SearchX } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Link, useSearchParams } from "wouter";
import { useSyncStatus } from "@/sync/status.ts";
import { Button, ButtonLink } from "@/ui/button.tsx";
import { ChipRow, FilterChip } from "@/ui/chip.tsx";
import { SearchField } from "@/ui/field.tsx";
import { Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { HistoryList } from "./history-list.tsx";
import { useHistory, useHistoryYears, type History, type HistoryFilters } from "./use-history.ts";
import { useWide } from "./use-wide.ts";
import { WorkoutPanel } from "./workout-panel.tsx";
import styles from "./history.module.css";

const CHUNK = 40;
const NO_FILTERS: HistoryFilters = { text: "", year: null, with_notes: false, flagged: false };

export function HistoryPage() {
  const { t } = useLingui();
  const wide = useWide();
  const [params] = useSearchParams();
  const [filters, setFilters] = useState(NO_FILTERS);
  const [limit, setLimit] = useState(CHUNK);
  const read = useHistory(useDeferredValue(filters), limit);
  // While another search or chunk is read, the last list stays: no flash of placeholders.
  const [shown, setShown] = useState(read);
  if (read !== undefined && read !== shown) setShown(read);
  const history = read ?? shown;
  const change = (next: Partial<HistoryFilters>) => {
    setFilters((current) => ({ ...current, ...next }));
    setLimit(CHUNK);
  };
  const chosen_id = params.get("workout");
  const current_id = wide ? (chosen_id ?? history?.hits[0]?.workout.id ?? null) : null;
  const list = (
    <>
      <Filters filters={filters} onFilters={change} />
      <Results
        history={history}
        filters={filters}
        onClear={() => change(NO_FILTERS)}
        hrefOf={(id) => (wide ? `/history?workout=${id}` : `/workouts/${id}`)}
        current_id={current_id}
        onMore={() => setLimit((count) => count + CHUNK)}
      />
    </>
  );
  return (
    <Page
      title={t`History`}
      subtitle={history && history.total > 0 ? <Plural value={history.total} one="# workout" other="# workouts" /> : undefined}
      wide
    >
      {history?.total === 0 ? (
        <NoWorkouts />
      ) : wide ? (
        <div className={styles.columns}>
          <div className={styles.list}>{list}</div>
          <div className={styles.detail}>{current_id !== null && <WorkoutPanel key={current_id} workout_id={current_id} />}</div>
        </div>
      ) : (
        list
      )}
    </Page>
  );
}

interface FiltersProps {
  readonly filters: HistoryFilters;
  readonly onFilters: (change: Partial<HistoryFilters>) => void;
}

function Filters({ filters, onFilters }: FiltersProps) {
  const { t } = useLingui();
  const years = useHistoryYears();
  return (
    <div className={styles.filters}>
      <div className={styles.searchRow}>
        <SearchField
          label={t`Search: bench 100, 2024 squat`}
          icon={<Search size={20} />}
          value={filters.text}
          onChange={(event) => onFilters({ text: event.target.value })}
        />
        <Link href="/history/calendar" className={styles.calendarLink} aria-label={t`Calendar`} title={t`Calendar`}>
          <CalendarDays size={22} aria-hidden="true" />
        </Link>
      </div>
      <ChipRow scroll>
        {years.length > 1 &&
          years.map((year) => (
            <FilterChip
              key={year}
              selected={filters.year === year}
              onToggle={() => onFilters({ year: filters.year === year ? null : year })}
            >
              {year}
            </FilterChip>
          ))}
        <FilterChip selected={filters.with_notes} onToggle={() => onFilters({ with_notes: !filters.with_notes })}>
          {t`With notes`}
        </FilterChip>
        <FilterChip selected={filters.flagged} onToggle={() => onFilters({ flagged: !filters.flagged })}>
          {t`Flagged`}
        </FilterChip>
      </ChipRow>
    </div>
  );
}

interface ResultsProps {
  readonly history: History | undefined;
  readonly filters: HistoryFilters;
  readonly onClear: () => void;
  readonly hrefOf: (workout_id: string) => string;
  readonly current_id: string | null;
  readonly onMore: () => void;
}

function Results({ history, onClear, hrefOf, current_id, onMore }: ResultsProps) {
  const { t } = useLingui();
  if (!history) return <Skeleton heights={[24, 92, 92, 92, 92, 92]} />;
  if (history.hits.length === 0) {
    return (
      <EmptyState
        icon={<SearchX size={28} />}
        title={t`No workout fits`}
        actions={<Button onClick={onClear}>{t`Show all workouts`}</Button>}
      >
        <Trans>Words find exercises, titles and notes; numbers find weights, “x5” finds reps, “2024” a year.</Trans>
      </EmptyState>
    );
  }
  return <HistoryList history={history} hrefOf={hrefOf} current_id={current_id} onMore={onMore} />;
}

function NoWorkouts() {
  const { t } = useLingui();
  const { complete, phase } = useSyncStatus();
  if (!complete && phase === "pulling") return <Skeleton heights={[48, 24, 92, 92, 92]} />;
  return (
    <EmptyState
      icon={<HistoryIcon size={28} />}
      title={t`No workouts yet`}
      actions={
        <>
          <ButtonLink href="/import" variant="primary">
            {t`Bring your history`}
          </ButtonLink>
          <ButtonLink href="/workouts/new">{t`Log a workout`}</ButtonLink>
        </>
      }
    >
      <Trans>Every workout appears here, newest first.</Trans>
    </EmptyState>
  );
}
