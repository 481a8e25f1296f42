import { Trans, useLingui } from "@lingui/react/macro";
import type { Format } from "@/features/auth/use-format.ts";
import type { ExerciseMap } from "@/features/exercises/use-exercises.ts";
import { fetchRecords, type RecordPage } from "@/features/workouts/queries.ts";
import { usePage } from "@/sync/use-page.ts";
import { Card } from "@/ui/card.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { MoreButton } from "./more-button.tsx";
import { RecordList } from "./record-list.tsx";
import { useMore } from "./use-more.ts";
import styles from "./progress.module.css";

const PAGE = 20;

interface ProgressRecordsProps {
  readonly exercises: ExerciseMap;
  readonly format: Format;
}

/** What did I achieve? Every record that beat another, newest first. */
export function ProgressRecords(props: ProgressRecordsProps) {
  const { t } = useLingui();
  const page = usePage("records_improved", () => fetchRecords({ improved: true, limit: PAGE }));
  return (
    <Card title={t`What did I achieve?`} flush>
      {page.status === "loading" && <Skeleton heights={[56, 56, 56, 56]} />}
      {page.status === "failed" && <ErrorState small error={page.error} onRetry={page.refresh} />}
      {page.status === "ready" && <Pages {...props} first={page.data} />}
    </Card>
  );
}

function Pages({ exercises, format, first }: ProgressRecordsProps & { readonly first: RecordPage }) {
  const { t } = useLingui();
  const more = useMore({ items: first.records, next_cursor: first.next_cursor ?? null }, async (cursor) => {
    const answer = await fetchRecords({ improved: true, limit: PAGE, cursor });
    return answer.ok ? { ok: true, value: { items: answer.value.records, next_cursor: answer.value.next_cursor ?? null } } : answer;
  });
  if (more.items.length === 0) {
    return (
      <p className={styles.none}>
        <Trans>No record has been beaten yet.</Trans>
      </p>
    );
  }
  return (
    <>
      <RecordList
        records={more.items}
        nameOf={(id) => exercises.get(id)?.name ?? t`Exercise`}
        unitOf={(id) => exercises.get(id)?.weight_unit ?? format.weight_unit}
        format={format}
      />
      <MoreButton more={more} />
    </>
  );
}
