import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useFormat, type Format } from "@/features/auth/use-format.ts";
import { useExerciseMap } from "@/features/exercises/use-exercises.ts";
import { addDays } from "@/lib/clock.ts";
import { useLive } from "@/db/use-live.ts";
import { ButtonLink, IconButton } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { HeatMap } from "@/ui/heat-map.tsx";
import { MonthGrid } from "@/ui/month-grid.tsx";
import { Columns, Page } from "@/ui/page.tsx";
import { Skeleton } from "@/ui/skeleton.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { HistoryRow } from "./history-row.tsx";
import { heatScale, useTrainingDays, type TrainingDay } from "./use-training-days.ts";
import styles from "./calendar.module.css";
import historyStyles from "./history.module.css";

const YEAR_DAYS = 371;

export function CalendarPage() {
  const { t } = useLingui();
  const days = useTrainingDays();
  return (
    <Page title={t`Calendar`} back="/history" wide>
      {!days ? <Skeleton heights={[360, 96]} /> : days.size === 0 ? <NoDays /> : <Calendar days={days} />}
    </Page>
  );
}

function NoDays() {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={<CalendarDays size={28} />}
      title={t`No workouts yet`}
      actions={
        <ButtonLink href="/import" variant="primary">
          {t`Bring your history`}
        </ButtonLink>
      }
    >
      <Trans>Each training day gets a colour: the more hard sets, the stronger.</Trans>
    </EmptyState>
  );
}

type Days = ReadonlyMap<string, TrainingDay>;

function Calendar({ days }: { readonly days: Days }) {
  const { t } = useLingui();
  const format = useFormat();
  const newest = [...days.keys()].at(-1) ?? format.today;
  const first = [...days.keys()][0] ?? format.today;
  const [month, setMonth] = useState(newest.slice(0, 7));
  const [selected, setSelected] = useState<string | null>(newest);
  const levelOf = heatScale(days);
  const show = (date: string) => {
    setMonth(date.slice(0, 7));
    setSelected(date);
  };
  const year_to = `${month.slice(0, 4)}-12-31` < format.today ? `${month.slice(0, 4)}-12-31` : format.today;
  const year_from = addDays(year_to, 1 - YEAR_DAYS);
  const shown = [...days].filter(([date]) => date >= year_from && date <= year_to);
  const training_days = shown.length;
  const hard_sets = shown.reduce((sum, [, day]) => sum + day.hard_sets, 0);
  const dayLabel = (date: string) => {
    const count = days.get(date)?.hard_sets;
    const name = format.date(date, "weekday_day");
    return count === undefined ? t`${name}, no training` : t`${name}, ${count} hard sets`;
  };
  return (
    <>
      <Columns aside={selected !== null && <SelectedDay date={selected} format={format} />}>
        <Card>
          <MonthSwitch month={month} first={first.slice(0, 7)} last={format.today.slice(0, 7)} onMonth={setMonth} />
          <MonthGrid
            month={month}
            locale={format.locale}
            week_start={format.week_start}
            today={format.today}
            levelOf={levelOf}
            dayLabel={dayLabel}
            onDay={setSelected}
            selected={selected}
          />
          <Legend />
        </Card>
      </Columns>
      <Card title={t`The year to ${format.date(year_to)}`}>
        <p className={styles.sentence}>
          <Plural value={training_days} one="# training day" other="# training days" />
          {" · "}
          <Plural value={hard_sets} one="# hard set" other="# hard sets" />
        </p>
        <div className={styles.heat}>
          <HeatMap
            summary={t`${training_days} training days, ${hard_sets} hard sets`}
            from={year_from}
            to={year_to}
            locale={format.locale}
            week_start={format.week_start}
            levelOf={levelOf}
            onDay={show}
          />
        </div>
      </Card>
    </>
  );
}

interface MonthSwitchProps {
  readonly month: string;
  readonly first: string;
  readonly last: string;
  readonly onMonth: (month: string) => void;
}

function MonthSwitch({ month, first, last, onMonth }: MonthSwitchProps) {
  const { t } = useLingui();
  const by = (step: 1 | -1) => onMonth(addMonths(month, step));
  return (
    <div className={styles.switch}>
      <IconButton
        label={t`Previous month`}
        icon={<ChevronLeft size={22} aria-hidden="true" />}
        disabled={month <= first}
        onClick={() => by(-1)}
      />
      <IconButton
        label={t`Next month`}
        icon={<ChevronRight size={22} aria-hidden="true" />}
        disabled={month >= last}
        onClick={() => by(1)}
      />
    </div>
  );
}

export function addMonths(month: string, step: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
}

function Legend() {
  return (
    <p className={styles.legend}>
      <Trans>fewer</Trans>
      {[0, 1, 2, 3, 4].map((level) => (
        <span key={level} className={styles.swatch} data-level={level} aria-hidden="true" />
      ))}
      <Trans>more hard sets</Trans>
    </p>
  );
}

function SelectedDay({ date, format }: { readonly date: string; readonly format: Format }) {
  const exercises = useExerciseMap();
  const workouts = useLive((db) => db.workouts.where("local_date").equals(date).sortBy("started_at"), [date]);
  return (
    <section className={styles.day} aria-live="polite">
      <h2 className={styles.dayTitle}>{format.date(date, "full")}</h2>
      {workouts?.length === 0 && (
        <p className={styles.sentence}>
          <Trans>No training on this day.</Trans>
        </p>
      )}
      {workouts && exercises && workouts.length > 0 && (
        <ul className={historyStyles.card}>
          {workouts.map((workout) => (
            <li key={workout.id} className={historyStyles.item}>
              <HistoryRow
                hit={{ workout, exercise_id: null, sets: [] }}
                exercises={exercises}
                format={format}
                href={`/workouts/${workout.id}`}
                current={false}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
