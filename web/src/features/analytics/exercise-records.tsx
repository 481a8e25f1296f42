import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Link } from "wouter";
import type { Format } from "@/features/auth/use-format.ts";
import type { RecordRead } from "@/features/workouts/queries.ts";
import { recordName, recordValue } from "@/features/workouts/record-text.ts";
import type { Tracking } from "@/training/sets.ts";
import type { WeightUnit } from "@/training/units.ts";
import { Card } from "@/ui/card.tsx";
import { Table, type Column } from "@/ui/table.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { MoreButton } from "./more-button.tsx";
import { RecordList } from "./record-list.tsx";
import { useShownPart } from "./use-more.ts";
import styles from "./analytics.module.css";

const MOST_REPS = 12;

/** Records of the timeline at first, and with every tap on "more". */
const TIMELINE = 20;

interface ExerciseRecordsProps {
  readonly records: readonly RecordRead[];
  /** Those that beat another, newest first. */
  readonly beaten: readonly RecordRead[];
  readonly tracking: Tracking;
  readonly unit: WeightUnit;
  readonly format: Format;
}

/** What stands now at each number of reps, and when it was beaten. */
export function ExerciseRecords({ records, beaten, tracking, unit, format }: ExerciseRecordsProps) {
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
          <Timeline beaten={beaten} unit={unit} format={format} />
        )}
      </Tabs>
    </Card>
  );
}

function BestRecords({ records, tracking, unit, format }: Omit<ExerciseRecordsProps, "beaten">) {
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
  readonly beaten: readonly RecordRead[];
  readonly unit: WeightUnit;
  readonly format: Format;
}

function Timeline({ beaten, unit, format }: TimelineProps) {
  const more = useShownPart(beaten, TIMELINE);
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
