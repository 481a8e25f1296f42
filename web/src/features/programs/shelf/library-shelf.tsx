import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { BookOpen, CloudOff, Search } from "lucide-react";
import { useDeferredValue, useMemo } from "react";
import { createStore, useStore } from "@/lib/store.ts";
import { useSyncStatus } from "@/sync/status.ts";
import { Button } from "@/ui/button.tsx";
import { ChipRow } from "@/ui/chip.tsx";
import { SearchField } from "@/ui/field.tsx";
import { FilterSelect } from "@/ui/filter-select.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Section } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { NO_FILTER, passes, summaryOf, valuesOf, type LibraryFilter } from "../model/summary.ts";
import { useTerm } from "../model/use-term.ts";
import { useSummaryLine } from "../page/use-summary-line.ts";
import { useLibraryPrograms } from "../program-queries.ts";
import styles from "./shelf.module.css";

/** Kept while programs are looked at. */
const filters = createStore<LibraryFilter>(NO_FILTER);

/** The programs that ship, narrowed by words, days a week, level and goal. */
export function LibraryShelf() {
  const { t } = useLingui();
  const term = useTerm();
  const line = useSummaryLine();
  const programs = useLibraryPrograms();
  const { synced_at_ms } = useSyncStatus();
  const filter = useStore(filters);
  const change = (fields: Partial<LibraryFilter>) => filters.set((current) => ({ ...current, ...fields }));
  const entries = useMemo(() => programs?.map(({ slug, title, text }) => ({ slug, title, summary: summaryOf(text) })), [programs]);
  const asked = useDeferredValue(filter);
  const found = useMemo(() => entries?.filter(({ summary }) => passes(summary, asked)), [entries, asked]);
  const summaries = entries?.map(({ summary }) => summary) ?? [];
  if (!entries || !found) {
    return (
      <Section title={t`Library`}>
        <Skeleton heights={[48, 44, 56, 56, 56]} />
      </Section>
    );
  }
  if (entries.length === 0) {
    return (
      <Section title={t`Library`}>
        <EmptyState small icon={<CloudOff size={28} />} title={t`Not on this device yet`}>
          {synced_at_ms === null ? (
            <Trans>The library of programs comes with the first connection and stays here from then on.</Trans>
          ) : (
            <Trans>The library of programs is on its way.</Trans>
          )}
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section title={t`Library`}>
      <div className={styles.bar}>
        <SearchField
          label={t`Name, author or exercise`}
          icon={<Search size={20} />}
          value={filter.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        <ChipRow scroll>
          <FilterSelect
            label={t`Days a week`}
            all={t`Any days`}
            value={filter.days}
            options={valuesOf(summaries, "days").map((value) => ({ value, label: t`${value} days` }))}
            onValue={(days) => change({ days })}
          />
          <FilterSelect
            label={t`Level`}
            all={t`Any level`}
            value={filter.level}
            options={valuesOf(summaries, "level").map((value) => ({ value, label: term(value) }))}
            onValue={(level) => change({ level })}
          />
          <FilterSelect
            label={t`Goal`}
            all={t`Any goal`}
            value={filter.goal}
            options={valuesOf(summaries, "goal").map((value) => ({ value, label: term(value) }))}
            onValue={(goal) => change({ goal })}
          />
        </ChipRow>
      </div>
      <p className={styles.count} role="status">
        <Plural value={found.length} one="# program" other="# programs" />
      </p>
      {found.length === 0 ? (
        <EmptyState
          small
          icon={<BookOpen size={28} />}
          title={t`None fits`}
          actions={<Button onClick={() => filters.set(NO_FILTER)}>{t`Show all`}</Button>}
        >
          <Trans>No program of the library has all of this.</Trans>
        </EmptyState>
      ) : (
        <List label={t`Library`}>
          {found.map(({ slug, title, summary }) => (
            <Row
              key={slug}
              href={`/programs/library/${slug}`}
              leading={<BookOpen size={22} aria-hidden="true" />}
              title={title}
              subtitle={[line(summary), summary.by].filter(Boolean).join(" · ")}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
