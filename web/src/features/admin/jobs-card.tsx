import { useLingui } from "@lingui/react/macro";
import { nowMs } from "@/lib/clock.ts";
import { joinFacts } from "@/features/account/facts.ts";
import { useWide } from "@/features/workouts/use-wide.ts";
import { Card } from "@/ui/card.tsx";
import { Chip } from "@/ui/chip.tsx";
import { List, Row } from "@/ui/list.tsx";
import { Table } from "@/ui/table.tsx";
import { hasFailed } from "./attention.ts";
import { jobWords } from "./job-words.ts";
import type { JobKind } from "./queries.ts";
import { useDayTime } from "./use-day-time.ts";
import styles from "./admin.module.css";

/** What the server does by itself: when it last worked, when it comes next, what failed. */
export function JobsCard({ jobs }: { readonly jobs: readonly JobKind[] }) {
  const { t } = useLingui();
  const wide = useWide();
  const moment = useDayTime();
  const at = (iso: string | null) => (iso === null ? "–" : moment(iso));
  if (!wide) {
    return (
      <section aria-label={t`Jobs`} className={styles.stack}>
        <h2 className={styles.heading}>{t`Jobs`}</h2>
        <List>
          {jobs.map((job) => (
            <Row
              key={job.kind}
              title={jobWords(job.kind)}
              subtitle={joinFacts(
                job.done_at === null ? t`Has not run yet` : t`Last done: ${at(job.done_at)}`,
                job.next_run_at !== null && t`Next: ${at(job.next_run_at)}`,
              )}
              trailing={<JobState job={job} />}
            />
          ))}
        </List>
      </section>
    );
  }
  return (
    <Card title={t`Jobs`} flush>
      <Table
        caption={t`Jobs`}
        rows={jobs}
        rowKey={({ kind }) => kind}
        columns={[
          { key: "kind", header: t`What`, heading: true, cell: ({ kind }) => jobWords(kind) },
          { key: "state", header: t`State`, cell: (job) => <JobState job={job} /> },
          { key: "done", header: t`Last done`, cell: ({ done_at }) => <span className={styles.nowrap}>{at(done_at)}</span> },
          { key: "next", header: t`Next`, cell: ({ next_run_at }) => <span className={styles.nowrap}>{at(next_run_at)}</span> },
          {
            key: "failed",
            header: t`Last failure`,
            cell: ({ failed_at, last_error }) =>
              failed_at === null ? "–" : <span className={styles.break}>{`${moment(failed_at)}: ${last_error ?? ""}`}</span>,
          },
        ]}
      />
    </Card>
  );
}

function JobState({ job }: { readonly job: JobKind }) {
  const { t } = useLingui();
  const { running, waiting, next_run_at } = job;
  if (running > 0) return <Chip tone="accent">{t`Running`}</Chip>;
  if (hasFailed(job)) return <Chip tone="danger">{t`Failed`}</Chip>;
  const is_due = next_run_at !== null && Date.parse(next_run_at) <= nowMs();
  return <Chip>{is_due ? t`${waiting} waiting` : t`Idle`}</Chip>;
}
