import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { useFormat } from "@/features/auth/use-format.ts";
import { groupByMonth } from "./history-months.ts";
import { HistoryRow } from "./history-row.tsx";
import type { History } from "./use-history.ts";
import styles from "./history.module.css";

interface HistoryListProps {
  readonly history: History;
  readonly hrefOf: (workout_id: string) => string;
  readonly current_id: string | null;
  readonly onMore: () => void;
}

/** The history by months; the next chunk is read when its end comes near. */
export function HistoryList({ history, hrefOf, current_id, onMore }: HistoryListProps) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <div className={styles.months}>
      {groupByMonth(history.hits, ({ workout }) => workout.local_date).map((month) => (
        <section key={month.key} className={styles.month} aria-label={format.date(`${month.key}-01`, "month")}>
          <h2 className={styles.monthName}>
            {format.date(`${month.key}-01`, "month")}
            <span className={styles.monthCount}>{format.number(month.items.length)}</span>
          </h2>
          <ul className={styles.card}>
            {month.items.map((hit) => (
              <li key={hit.workout.id} className={styles.item}>
                <HistoryRow
                  hit={hit}
                  exercises={history.exercises}
                  format={format}
                  href={hrefOf(hit.workout.id)}
                  current={hit.workout.id === current_id}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {!history.complete && <EndMark key={history.hits.length} label={t`Reading older workouts`} onReached={onMore} />}
    </div>
  );
}

/** Calls out when it is about to come into view. */
function EndMark({ label, onReached }: { readonly label: string; readonly onReached: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(onReached);
  useEffect(() => {
    latest.current = onReached;
  });
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current();
      },
      { rootMargin: "800px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={mark} className={styles.end} role="status">
      {label}
    </div>
  );
}
