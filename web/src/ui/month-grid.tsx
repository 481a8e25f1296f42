import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { addDays } from "@/lib/clock.ts";
import { formatDate } from "@/lib/format.ts";
import styles from "./month-grid.module.css";

export type HeatLevel = 0 | 1 | 2 | 3 | 4;

interface MonthGridProps {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly locale: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly week_start: number;
  readonly today: string;
  readonly levelOf: (date: string) => HeatLevel;
  /** Read aloud for a day: "14 November, 18 hard sets". */
  readonly dayLabel: (date: string) => string;
  readonly onDay: (date: string) => void;
  readonly selected?: string | null;
  /** Something small under the number. */
  readonly mark?: (date: string) => ReactNode;
}

/** One month with 44-pixel days coloured by amount. Arrow keys move by day and week. */
export function MonthGrid({ month, locale, week_start, today, levelOf, dayLabel, onDay, selected, mark }: MonthGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const days = daysOfMonth(month);
  const [cursor, setCursor] = useState<string | null>(null);
  const reachable = [cursor, selected, today, days[0]].find((date) => date?.startsWith(month)) ?? days[0];
  const weeks = toWeeks(days, week_start);

  const onKeyDown = (event: KeyboardEvent, date: string) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(date, step);
    if (!next.startsWith(month)) return;
    setCursor(next);
    grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <table className={styles.grid} ref={grid}>
      <caption className={styles.caption}>{formatDate(locale, `${month}-01`, "month")}</caption>
      <thead>
        <tr>
          {weekdays(week_start).map((date) => (
            <th key={date} scope="col" className={styles.weekday} abbr={formatDate(locale, date, "weekday")}>
              {formatDate(locale, date, "weekday").slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((date, column) => (
              <td key={date ?? column} className={styles.cell}>
                {date !== null && (
                  <button
                    type="button"
                    className={styles.day}
                    data-date={date}
                    data-level={levelOf(date)}
                    data-today={date === today || undefined}
                    aria-pressed={selected === undefined ? undefined : date === selected}
                    aria-label={dayLabel(date)}
                    tabIndex={date === reachable ? 0 : -1}
                    onClick={() => onDay(date)}
                    onKeyDown={(event) => onKeyDown(event, date)}
                  >
                    {Number(date.slice(8))}
                    {mark?.(date)}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function daysOfMonth(month: string): string[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);
}

/** Rows of seven, empty places before the first and after the last day. */
function toWeeks(days: readonly string[], week_start: number): (string | null)[][] {
  const before = columnOf(days[0] ?? "", week_start);
  const cells: (string | null)[] = [...Array<null>(before).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
}

/** The place of a day in its week, 0 … 6. */
export function columnOf(date: string, week_start: number): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 7 - (week_start % 7)) % 7;
}

/** Seven days that begin with the week's first; 2024-01-01 was a Monday. */
function weekdays(week_start: number): string[] {
  return Array.from({ length: 7 }, (_, index) => addDays("2024-01-01", week_start - 1 + index));
}
