import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Check, Flame } from "lucide-react";
import { useState } from "react";
import type { Format } from "@/features/auth/use-format.ts";
import { Card } from "@/ui/card.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
import { average } from "./chart-metrics.ts";
import type { Home } from "./queries.ts";
import styles from "./home.module.css";

interface HomeProps {
  readonly home: Home;
  readonly format: Format;
}

/** This week as seven days, against the goal. */
export function HomeWeek({ home, format }: HomeProps) {
  const done = home.week.reduce((sum, day) => sum + day.workouts, 0);
  const goal = home.weekly_goal;
  return (
    <div className={styles.week}>
      <div className={styles.weekHead}>
        <div>
          <h2 className={styles.weekTitle}>
            <Trans>This week</Trans>
          </h2>
          <p className={styles.goal}>
            <span className={styles.goalNumber}>{done}</span>{" "}
            <span className={styles.goalText}>
              <Trans>of {goal} workouts</Trans>
            </span>
          </p>
        </div>
        {home.streak_weeks > 0 && (
          <p className={styles.streak}>
            <Flame size={18} aria-hidden="true" />
            <Plural value={home.streak_weeks} one="# week in a row" other="# weeks in a row" />
          </p>
        )}
      </div>
      <ul className={styles.days}>
        {home.week.map((day) => (
          <WeekDay key={day.local_date} day={day} today={home.today} format={format} />
        ))}
      </ul>
    </div>
  );
}

interface WeekDayProps {
  readonly day: Home["week"][number];
  readonly today: string;
  readonly format: Format;
}

function WeekDay({ day, today, format }: WeekDayProps) {
  const { t } = useLingui();
  const name = format.date(day.local_date, "weekday_day");
  const state = day.workouts > 0 ? t`${name}: trained, ${day.hard_sets} hard sets` : t`${name}: no training`;
  return (
    <li className={styles.weekDay}>
      <span className={styles.dayName} aria-hidden="true">
        {format.date(day.local_date, "weekday_narrow")}
      </span>
      <span
        className={styles.dot}
        data-done={day.workouts > 0 || undefined}
        data-today={day.local_date === today || undefined}
        data-future={day.local_date > today || undefined}
        aria-hidden="true"
      >
        {day.workouts > 0 ? <Check size={18} strokeWidth={3} /> : Number(day.local_date.slice(8))}
      </span>
      <VisuallyHidden>{state}</VisuallyHidden>
    </li>
  );
}

type WeekMetric = "hard_sets" | "tonnage_kg" | "workouts";

/** Twelve weeks as bars, the current one last. */
export function HomeWeeks({ home, format }: HomeProps) {
  const { t } = useLingui();
  const [metric, setMetric] = useState<WeekMetric>("hard_sets");
  const values = home.weeks.map((week) => week[metric]);
  const text = (value: number) => (metric === "tonnage_kg" ? format.tonnage(value) : format.number(value, metric === "workouts" ? 1 : 0));
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
