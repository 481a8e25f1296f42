import { useLingui } from "@lingui/react/macro";
import { CircleSlash, Flag, Triangle } from "lucide-react";
import type { Format } from "@/features/auth/use-format.ts";
import type { WorkoutSet } from "@/db/documents.ts";
import type { Tracking } from "@/training/sets.ts";
import type { WeightUnit } from "@/training/units.ts";
import { formatDuration } from "@/lib/format.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { SetBadge } from "./set-badge.tsx";
import { FLAG_REASONS, FLAG_UNKNOWN, numberSets } from "@/features/programs/set-kinds.ts";
import { columnsOf, distanceText, weightIn, weightSign, type SetColumn } from "./set-values.ts";
import styles from "./set-table.module.css";

interface SetTableProps {
  /** Names the table for screen readers: the exercise. */
  readonly caption: string;
  readonly sets: readonly WorkoutSet[];
  readonly tracking: Tracking;
  readonly unit: WeightUnit;
  readonly format: Format;
  /** What was a record, by set id: "Most at 5 reps". */
  readonly recordBySet?: ReadonlyMap<string, string> | undefined;
  /** Smaller rows: for history lists. */
  readonly dense?: boolean;
}

/** The set table: the hero of every workout. One row per set, its numbers as they were typed. */
export function SetTable({ caption, sets, tracking, unit, format, recordBySet, dense = false }: SetTableProps) {
  const { t } = useLingui();
  const columns = columnsOf(tracking, sets);
  const numbers = numberSets(sets);
  return (
    <table className={styles.table} data-dense={dense || undefined}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.setHead}>
            {t`Set`}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.head}>
              <ColumnName column={column} tracking={tracking} unit={unit} />
            </th>
          ))}
          <th scope="col" className={styles.marksHead}>
            <VisuallyHidden>{t`Marks`}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {sets.map((set, index) => (
          <SetRow
            key={set.id}
            set={set}
            number={numbers[index] ?? null}
            columns={columns}
            tracking={tracking}
            unit={unit}
            format={format}
            record={recordBySet?.get(set.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ColumnNameProps {
  readonly column: SetColumn;
  readonly tracking: Tracking;
  readonly unit: WeightUnit;
}

export function ColumnName({ column, tracking, unit }: ColumnNameProps) {
  const { t } = useLingui();
  switch (column) {
    case "weight":
      if (tracking === "assisted_reps") return t`Help, ${unit}`;
      return tracking === "bodyweight_reps" ? t`Added ${unit}` : unit;
    case "reps":
      return t`Reps`;
    case "duration":
      return t`Time`;
    case "distance":
      return t`Distance`;
    case "effort":
      return t`RPE`;
  }
}

interface SetRowProps extends Pick<SetTableProps, "tracking" | "unit" | "format"> {
  readonly set: WorkoutSet;
  readonly number: number | null;
  readonly columns: readonly SetColumn[];
  readonly record: string | undefined;
}

function SetRow({ set, number, columns, tracking, unit, format, record }: SetRowProps) {
  const { t, i18n } = useLingui();
  const flag = set.flagged === null ? null : i18n._(FLAG_REASONS[set.flagged] ?? FLAG_UNKNOWN);
  const remark = [flag, set.notes].filter(Boolean).join(" ");
  return (
    <>
      <tr
        className={styles.row}
        data-kind={set.kind}
        data-flagged={flag !== null || undefined}
        data-open={!set.completed || undefined}
      >
        <th scope="row" className={styles.setCell}>
          <SetBadge kind={set.kind} number={number} />
        </th>
        {columns.map((column) => (
          <td key={column} className={column === "effort" ? styles.effort : styles.value}>
            {cellText(set, column, tracking, unit, format) ?? <span className={styles.none}>–</span>}
          </td>
        ))}
        <td className={styles.marks}>
          {record !== undefined && (
            <span className={styles.record} title={record}>
              <Triangle size={11} fill="currentColor" aria-hidden="true" />
              <span className={styles.recordText}>{record}</span>
            </span>
          )}
          {flag !== null && (
            <span className={styles.flag} title={flag}>
              <Flag size={16} aria-hidden="true" />
              <VisuallyHidden>{t`Flagged`}</VisuallyHidden>
            </span>
          )}
          {!set.completed && (
            <span className={styles.openMark} title={t`Not done`}>
              <CircleSlash size={16} aria-hidden="true" />
              <VisuallyHidden>{t`Not done`}</VisuallyHidden>
            </span>
          )}
        </td>
      </tr>
      {remark !== "" && (
        <tr className={styles.remarkRow}>
          <td />
          <td colSpan={columns.length + 1} className={styles.remark}>
            {remark}
          </td>
        </tr>
      )}
    </>
  );
}

function cellText(set: WorkoutSet, column: SetColumn, tracking: Tracking, unit: WeightUnit, format: Format): string | null {
  switch (column) {
    case "weight": {
      const weight = weightIn(set, unit, format);
      return weight === null ? null : weightSign(set, tracking) + weight;
    }
    case "reps":
      return set.reps === null ? null : format.number(set.reps);
    case "duration":
      return set.duration_s === null ? null : formatDuration(set.duration_s);
    case "distance":
      return distanceText(set, format);
    case "effort":
      return effortText(set, format);
  }
}

/** RPE as stated; reps in reserve are shown on the same scale (RPE = 10 − RIR). */
function effortText(set: WorkoutSet, format: Format): string | null {
  if (set.rpe !== null) return format.number(set.rpe, 1);
  return set.rir === null ? null : format.number(10 - set.rir, 1);
}
