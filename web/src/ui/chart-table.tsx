import { useLingui } from "@lingui/react/macro";
import type { ChartData } from "./chart-types.ts";
import styles from "./chart.module.css";
import { Table, type Column } from "./table.tsx";

/** The same values as numbers, newest first. */
export function ChartTable({ title, dates, series, formatDate, formatValue }: ChartData & { readonly title: string }) {
  const { t } = useLingui();
  const number = (value: number | null | undefined) => (value === null || value === undefined ? "–" : formatValue(value));
  const columns: Column<number>[] = [
    { key: "date", header: t`Date`, heading: true, cell: (index) => formatDate(dates[index] ?? "") },
    ...series.map((line): Column<number> => ({
      key: line.label,
      header: line.label,
      numeric: true,
      cell: (index) => number(line.values[index]),
    })),
    ...series
      .filter((line) => line.band)
      .map((line): Column<number> => ({
        key: `${line.label}-band`,
        header: t`Likely range`,
        numeric: true,
        cell: (index) => `${number(line.band?.low[index])} – ${number(line.band?.high[index])}`,
      })),
  ];
  const rows = dates.map((_, index) => index).toReversed();
  return (
    // Focusable, so that the keyboard can scroll a long table.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.table} role="group" aria-label={title} tabIndex={0}>
      <Table caption={title} columns={columns} rows={rows} rowKey={(index) => dates[index] ?? ""} />
    </div>
  );
}
