import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Check, Flame } from "lucide-react";
import type { Format } from "@/features/auth/use-format.ts";
import { VisuallyHidden } from "@/ui/visually-hidden.tsx";
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
