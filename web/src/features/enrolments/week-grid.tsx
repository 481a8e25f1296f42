import { useLingui } from "@lingui/react/macro";
import { Check, Minus, Play } from "lucide-react";
import { Link } from "wouter";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { progressOf, type DayCell, type DayStatus } from "./progress.ts";
import type { Running } from "./run.ts";
import styles from "./week-grid.module.css";

/** Where the lifter is: weeks × days of the present cycle; a day that is done leads to its workout. */
export function WeekGrid({ running }: { readonly running: Running }) {
  const { t } = useLingui();
  const weeks = progressOf(running);
  return (
    <ol className={styles.grid} aria-label={t`Weeks and days`}>
      {weeks.map((days, index) => {
        const week = index + 1;
        const is_deload = running.plan.deloads.has(week);
        return days.length === 0 ? null : (
          <li key={week} className={styles.week} data-current={running.state.week === week || undefined}>
            <span className={styles.weekName}>{is_deload ? t`Week ${week}, deload` : t`Week ${week}`}</span>
            <ul className={styles.days}>
              {days.map((cell) => (
                <li key={cell.day}>
                  <Cell cell={cell} />
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function Cell({ cell }: { readonly cell: DayCell }) {
  const { t } = useLingui();
  const said: Readonly<Record<DayStatus, string>> = {
    done: t`done`,
    skipped: t`skipped`,
    next: t`next`,
    live: t`under way`,
    open: t`to come`,
  };
  const content = (
    <>
      <Mark status={cell.status} />
      <span className={styles.dayName}>{cell.name}</span>
      <VisuallyHidden>{said[cell.status]}</VisuallyHidden>
    </>
  );
  if (cell.workout_id === null) {
    return (
      <span className={styles.cell} data-status={cell.status}>
        {content}
      </span>
    );
  }
  return (
    <Link href={`/workouts/${cell.workout_id}`} className={styles.cell} data-status={cell.status}>
      {content}
    </Link>
  );
}

function Mark({ status }: { readonly status: DayStatus }) {
  if (status === "done") return <Check size={16} strokeWidth={3} aria-hidden="true" />;
  if (status === "skipped") return <Minus size={16} aria-hidden="true" />;
  if (status === "next" || status === "live") return <Play size={14} fill="currentColor" aria-hidden="true" />;
  return <span className={styles.dot} aria-hidden="true" />;
}
