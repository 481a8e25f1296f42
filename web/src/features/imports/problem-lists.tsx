import { Trans, useLingui } from "@lingui/react/macro";
import { Flag, ListX } from "lucide-react";
import { useFormat } from "@/features/auth/use-format.ts";
import { Table, type Column } from "@/ui/table.tsx";
import { Collapsible, CollapsibleList } from "./collapsible.tsx";
import { rowProblem } from "./failure-text.ts";
import type { ImportPreview, RowProblem } from "./queries.ts";
import styles from "./review.module.css";

/** Rows that are not believed and rows that were left out, each with its line and reason. */
export function ProblemLists({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useLingui();
  const format = useFormat();
  const { flagged, flagged_total, skipped, skipped_total } = preview;
  if (flagged_total === 0 && skipped_total === 0) return null;
  return (
    <CollapsibleList>
      {flagged_total > 0 && (
        <Collapsible
          title={t`Unlikely values`}
          aside={format.number(flagged_total)}
          icon={<Flag size={20} className={styles.warn} aria-hidden="true" />}
        >
          <p className={styles.muted}>
            <Trans>Sets with such values are imported as they are, marked with a flag, and kept out of your records.</Trans>
          </p>
          <ProblemTable caption={t`Unlikely values`} problems={flagged} total={flagged_total} />
        </Collapsible>
      )}
      {skipped_total > 0 && (
        <Collapsible
          title={t`Rows left out`}
          aside={format.number(skipped_total)}
          icon={<ListX size={20} className={styles.warn} aria-hidden="true" />}
        >
          <ProblemTable caption={t`Rows left out`} problems={skipped} total={skipped_total} />
        </Collapsible>
      )}
    </CollapsibleList>
  );
}

interface ProblemTableProps {
  readonly caption: string;
  readonly problems: readonly RowProblem[];
  readonly total: number;
}

function ProblemTable({ caption, problems, total }: ProblemTableProps) {
  const { t } = useLingui();
  const format = useFormat();
  const columns: readonly Column<RowProblem>[] = [
    { key: "line", header: t`Line`, numeric: true, heading: true, cell: ({ line }) => (line > 0 ? format.number(line) : "–") },
    { key: "reason", header: t`Reason`, cell: (problem) => <span className={styles.reason}>{rowProblem(problem)}</span> },
  ];
  const hidden = total - problems.length;
  return (
    <>
      <Table caption={caption} columns={columns} rows={problems} rowKey={(problem, index) => `${problem.line}-${index}`} />
      {hidden > 0 && (
        <p className={styles.muted}>
          <Trans>and {format.number(hidden)} more</Trans>
        </p>
      )}
    </>
  );
}
