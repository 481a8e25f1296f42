import { addDays, daysBetween } from "@/lib/clock.ts";
import { formatDate } from "@/lib/format.ts";
import styles from "./heat-map.module.css";
import { columnOf, type HeatLevel } from "./month-grid.tsx";

interface HeatMapProps {
  /** What it shows, in one sentence; the picture itself is not read. */
  readonly summary: string;
  readonly from: string;
  readonly to: string;
  readonly locale: string;
  readonly week_start: number;
  readonly levelOf: (date: string) => HeatLevel;
  /** An extra for pointers; offer a `MonthGrid` or a list beside it. */
  readonly onDay?: (date: string) => void;
}

const CELL_PX = 13;
const GAP_PX = 3;
const PITCH_PX = CELL_PX + GAP_PX;
const TOP_PX = 18;

/** Many weeks at a glance: one column per week, one square per day. Scrolls to its newest end. */
export function HeatMap({ summary, from, to, locale, week_start, levelOf, onDay }: HeatMapProps) {
  const first = addDays(from, -columnOf(from, week_start));
  const count = daysBetween(first, to) + 1;
  const weeks = Math.ceil(count / 7);
  const dates = Array.from({ length: count }, (_, index) => addDays(first, index));
  return (
    // It can be scrolled on a phone, so the keyboard must reach it too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="img" aria-label={summary} tabIndex={0}>
      <svg aria-hidden="true" width={weeks * PITCH_PX} height={TOP_PX + 7 * PITCH_PX}>
        {dates.map((date, index) => (
          <g key={date}>
            {date.endsWith("-01") && (
              <text className={styles.month} x={Math.floor(index / 7) * PITCH_PX} y={11}>
                {formatDate(locale, date, "month_short")}
              </text>
            )}
            {date >= from && (
              <rect
                className={styles.day}
                data-level={levelOf(date)}
                x={Math.floor(index / 7) * PITCH_PX}
                y={TOP_PX + (index % 7) * PITCH_PX}
                width={CELL_PX}
                height={CELL_PX}
                rx={3}
                onClick={onDay && (() => onDay(date))}
              />
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
