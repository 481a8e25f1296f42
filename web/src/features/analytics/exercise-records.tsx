import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import { fetchRecords, type RecordRead } from "@/features/workouts/queries.ts";
import { recordName, recordValue } from "@/features/workouts/record-text.ts";
import type { Tracking } from "@/training/sets.ts";
import type { WeightUnit } from "@/training/units.ts";
import { usePage } from "@/sync/use-page.ts";
import { Card } from "@/ui/card.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { MoreButton } from "./more-button.tsx";
import { RecordList } from "./record-list.tsx";
import { useMore } from "./use-more.ts";
import styles from "./analytics.module.css";

const MOST_REPS = 12;

interface ExerciseRecordsProps {
  readonly exercise_id: string;
  readonly records: readonly RecordRead[];
  readonly tracking: Tracking;
  readonly unit: WeightUnit;
  readonly format: Format;
}

/** What stands now at each number of reps, and when it was beaten. */
export function ExerciseRecords({ exercise_id, records, tracking, unit, format }: ExerciseRecordsProps) {
  const { t } = useLingui();
  const [view, setView] = useState<"best" | "timeline">("best");
  if (records.length === 0) return null;
  return (
    <Card title={t`Records`}>
      <Tabs
        label={t`Records`}
        value={view}
        options={[
          { value: "best", label: t`Best now` },
          { value: "timeline", label: t`Timeline` },
        ]}
        onValue={setView}
      >
        {view === "best" ? (
          <BestRecords records={records} tracking={tracking} unit={unit} format={format} />
        ) : (
          <Timeline exercise_id={exercise_id} unit={unit} format={format} />
        )}
      </Tabs>
    </Card>
  );
}

function BestRecords({ records, tracking, unit, format }: Omit<ExerciseRecordsProps, "exercise_id">) {
  const { t, i18n } = useLingui();
  const by_reps = records.filter(
    (record) => (record.kind === "load" || record.kind === "assistance") && record.reps > 0 && record.reps <= MOST_REPS,
  );
  const others = records.filter((record) => record.reps === 0);
  const date: Column<RecordRead> = {
    key: "date",
    header: t`Date`,
    numeric: true,
    cell: (record) => (
      <Link href={`/workouts/${record.workout_id}`} className={styles.dateLink}>
        {format.date(record.local_date)}
      </Link>
    ),
  };
  return (
    <div className={styles.records}>
      {by_reps.length > 0 && (
        <div className={styles.bleed}>
          <Table
            caption={t`Heaviest weight for each number of reps`}
            columns={[
              { key: "reps", header: t`Reps`, heading: true, cell: (record) => format.number(record.reps) },
              {
                key: "weight",
                header: tracking === "assisted_reps" ? t`Help` : t`Weight`,
                numeric: true,
                cell: (record) => <span className={styles.big}>{format.weight(record.value, unit)}</span>,
              },
              date,
            ]}
            rows={by_reps.toSorted((a, b) => a.reps - b.reps)}
            rowKey={(record) => `${record.kind}-${record.reps}`}
          />
        </div>
      )}
      {others.length > 0 && (
        <div className={styles.bleed}>
          <Table
            caption={t`Other records`}
            columns={[
              { key: "kind", header: t`Record`, heading: true, cell: (record) => recordName(record, i18n) },
              {
                key: "value",
                header: t`Value`,
                numeric: true,
                cell: (record) => <span className={styles.big}>{recordValue(record, unit, format)}</span>,
              },
              date,
            ]}
            rows={others}
            rowKey={(record) => record.kind}
          />
        </div>
      )}
    </div>
  );
}

interface TimelineProps {
  readonly exercise_id: string;
  readonly unit: WeightUnit;
  readonly format: Format;
}

function Timeline({ exercise_id, unit, format }: TimelineProps) {
  const page = usePage(`exercise_records:${exercise_id}`, () => fetchRecords({ exercise_id, improved: true, limit: 20 }));
  if (page.status === "loading") return <Skeleton heights={[56, 56, 56]} />;
  if (page.status === "failed") return <ErrorState small error={page.error} onRetry={page.refresh} />;
  const first = { items: page.data.records, next_cursor: page.data.next_cursor ?? null };
  return (
    <TimelinePages key={page.data.records[0]?.achieved_at} exercise_id={exercise_id} first={first} unit={unit} format={format} />
  );
}

interface TimelinePagesProps extends TimelineProps {
  readonly first: { readonly items: readonly RecordRead[]; readonly next_cursor: string | null };
}

function TimelinePages({ exercise_id, first, unit, format }: TimelinePagesProps) {
  const more = useMore(first, async (cursor) => {
    const answer = await fetchRecords({ exercise_id, improved: true, limit: 20, cursor });
    return answer.ok ? { ok: true, value: { items: answer.value.records, next_cursor: answer.value.next_cursor ?? null } } : answer;
  });
  if (more.items.length === 0) {
    return (
      <p className={styles.noChart}>
        <Trans>No record has been beaten yet.</Trans>
      </p>
    );
  }
  return (
    <div className={styles.bleed}>
      <RecordList records={more.items} unitOf={() => unit} nameOf={null} format={format} />
      <MoreButton more={more} />
    </div>
  );
}
