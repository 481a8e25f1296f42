import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Format } from "@/features/auth/use-format.ts";
import { Card } from "@/ui/card.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { average } from "./average.ts";
import type { Home } from "./queries.ts";
import styles from "./home-cards.module.css";

interface HomeWeeksProps {
  readonly home: Home;
  readonly format: Format;
}

type WeekMetric = "hard_sets" | "tonnage_kg" | "workouts";

/** Twelve weeks as bars, the current one last. */
export function HomeWeeks({ home, format }: HomeWeeksProps) {
  const { t } = useLingui();
  const [metric, setMetric] = useState<WeekMetric>("hard_sets");
  const values = home.weeks.map((week) => week[metric]);
  const text = (value: number) =>
    metric === "tonnage_kg" ? format.tonnage(value) : format.number(value, metric === "workouts" ? 1 : 0);
  const mean = text(average(values.slice(0, -1)));
  const now = text(values.at(-1) ?? 0);
  const names: Readonly<Record<WeekMetric, string>> = { hard_sets: t`Hard sets`, tonnage_kg: t`Volume`, workouts: t`Workouts` };
  const summary = t`${names[metric]} per week: ${now} so far this week, ${mean} on average in the eleven weeks before`;
  const top = Math.max(...values, 1);
  return (
    <Card title={t`Last 12 weeks`}>
      <p className={styles.sentence}>{summary}</p>
      <div className={styles.bars} role="img" aria-label={summary}>
        {home.weeks.map((week, index) => (
          <span key={week.week_start} className={styles.barSlot} title={`${format.date(week.week_start)}: ${text(week[metric])}`}>
            <span className={styles.barValue}>{metric === "tonnage_kg" ? "" : format.number(week[metric], 0)}</span>
            <span
              className={styles.bar}
              data-current={index === home.weeks.length - 1 || undefined}
              data-empty={week[metric] === 0 || undefined}
              style={{ height: `${Math.max(3, (week[metric] / top) * 100)}%` }}
            />
            <span className={styles.barDate}>{index % 3 === 2 || index === 11 ? format.date(week.week_start, "day") : ""}</span>
          </span>
        ))}
      </div>
      <Segmented
        label={t`What the bars show`}
        value={metric}
        options={(["hard_sets", "tonnage_kg", "workouts"] as const).map((value) => ({ value, label: names[value] }))}
        onValue={setMetric}
      />
    </Card>
  );
}
