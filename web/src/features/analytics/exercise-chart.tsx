import { useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import type { Format } from "@/features/auth/use-format.ts";
import type { Exercise } from "@/db/documents.ts";
import { formatDuration } from "@/lib/format.ts";
import { fromKg, type WeightUnit } from "@/training/units.ts";
import { Card } from "@/ui/card.tsx";
import { Chart } from "@/ui/chart.tsx";
import type { ChartSeries } from "@/ui/chart-types.ts";
import { Segmented } from "@/ui/segmented.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { average } from "./average.ts";
import { bestTop, metricsOf, setsPerWeek, volumeKind, volumeOf, type ChartMetric } from "./chart-metrics.ts";
import type { ExerciseHistory, HistoryRange } from "./local-exercise-history.ts";
import { trendSentence } from "./trend-sentence.ts";
import styles from "./analytics.module.css";

interface ExerciseChartProps {
  readonly exercise: Exercise;
  readonly history: ExerciseHistory;
  readonly range: HistoryRange;
  readonly onRange: (range: HistoryRange) => void;
  readonly unit: WeightUnit;
  readonly format: Format;
}

/** The charts of an exercise: one idea each, with a sentence that says what it shows. */
export function ExerciseChart(props: ExerciseChartProps) {
  const { t } = useLingui();
  const { history, range, onRange } = props;
  const metrics = metricsOf(history.days);
  const [chosen, setChosen] = useState<ChartMetric>("e1rm");
  const metric = metrics.includes(chosen) ? chosen : (metrics[0] ?? "volume");
  const names: Readonly<Record<ChartMetric, string>> = {
    e1rm: t`e1RM`,
    top: t`Top set`,
    volume: t`Volume`,
    sets: t`Sets/week`,
  };
  return (
    <Card>
      <Tabs label={t`Chart`} value={metric} options={metrics.map((value) => ({ value, label: names[value] }))} onValue={setChosen}>
        <MetricChart {...props} metric={metric} />
      </Tabs>
      <Segmented
        label={t`Range`}
        value={range}
        options={[
          { value: "3m", label: t`3 months` },
          { value: "1y", label: t`1 year` },
          { value: "all", label: t`All` },
        ]}
        onValue={onRange}
      />
    </Card>
  );
}

function MetricChart({ metric, ...props }: ExerciseChartProps & { readonly metric: ChartMetric }) {
  const { t } = useLingui();
  const { history, format } = props;
  const plot = usePlot(metric, props);
  if (history.days.length === 0) {
    return (
      <p className={styles.noChart}>
        {history.total_sets > 0 ? t`No training of this exercise in this range.` : t`Charts appear with the first sets.`}
      </p>
    );
  }
  return (
    <Chart
      title={plot.title}
      summary={plot.summary}
      dates={plot.dates}
      series={plot.series}
      formatValue={plot.formatValue}
      formatDate={(date) => format.date(date)}
      locale={format.locale}
      hrefOf={(index) => plot.hrefs[index] ?? null}
    />
  );
}

interface Plot {
  readonly title: string;
  readonly summary: string;
  readonly dates: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly hrefs: readonly (string | null)[];
  readonly formatValue: (value: number) => string;
}

function usePlot(metric: ChartMetric, { exercise, history, unit, format }: ExerciseChartProps): Plot {
  const { t, i18n } = useLingui();
  const { days } = history;
  const { week_start } = format;
  const kind = volumeKind(exercise.tracking, days);
  const names = { estimate: t`Estimate`, trend: t`Trend`, top: t`Top set`, volume: t`Volume`, sets: t`Hard sets` };
  const weight = (load_kg: number | null) => (load_kg === null ? null : fromKg(load_kg, unit));
  // Weights are converted once here: the axis shows the person's unit.
  const drawn = useMemo(() => {
    const dates = days.map((day) => day.local_date);
    const hrefs = days.map((day) => (day.workout_id === null ? null : `/workouts/${day.workout_id}`));
    switch (metric) {
      case "e1rm": {
        const band = { low: days.map((day) => weight(day.low_kg)), high: days.map((day) => weight(day.high_kg)) };
        const level: ChartSeries = { label: names.trend, values: days.map((day) => weight(day.level_kg)), tone: 1, band };
        const dots: ChartSeries = {
          label: names.estimate,
          values: days.map((day) => weight(day.e1rm_kg)),
          kind: "points",
          tone: 2,
        };
        return { dates, hrefs, series: [level, dots] };
      }
      case "top": {
        const by_load = days.some((day) => (day.top_load_kg ?? 0) !== 0);
        return {
          dates,
          hrefs,
          series: [{ label: names.top, values: days.map((day) => (by_load ? weight(day.top_load_kg) : day.top_reps)) }],
        };
      }
      case "volume":
        return {
          dates,
          hrefs,
          series: [
            {
              label: names.volume,
              kind: "bars" as const,
              values: days.map((day) => (kind === "tonnage" ? weight(day.tonnage_kg) : volumeOf(day, kind))),
            },
          ],
        };
      case "sets": {
        const weeks = setsPerWeek(days, week_start);
        return {
          dates: weeks.map((week) => week.date),
          hrefs: [],
          series: [{ label: names.sets, kind: "bars" as const, values: weeks.map((week) => week.hard_sets) }],
        };
      }
    }
    // Names change with the language only, which remounts everything.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [metric, days, unit, kind, week_start]);

  const number = (value: number) => format.number(value, 1);
  const weightText = (value: number) => `${format.number(value, 1)}\u00a0${unit}`;
  switch (metric) {
    case "e1rm":
      return {
        ...drawn,
        title: t`Estimated 1RM`,
        summary: trendSentence({ summary: history.summary, name: exercise.name, unit }, i18n, format),
        formatValue: weightText,
      };
    case "top": {
      const best = bestTop(days);
      const by_load = best !== null && best.top_load_kg !== 0;
      const day = best === null ? "" : format.date(best.local_date);
      const set = best === null ? "" : `${format.weight(best.top_load_kg ?? 0, unit)} × ${best.top_reps ?? 0}`;
      return {
        ...drawn,
        title: t`Top set`,
        summary: by_load ? t`Heaviest set here: ${set} on ${day}` : t`Most reps in a set, by day`,
        formatValue: by_load ? weightText : number,
      };
    }
    case "volume": {
      const mean = average(days.map((one) => volumeOf(one, kind)));
      const texts: Readonly<Record<typeof kind, string>> = {
        tonnage: format.weight(Math.round(mean), unit),
        reps: t`${number(mean)} reps`,
        duration: formatDuration(mean),
        distance: format.distance(mean),
      };
      const formats: Readonly<Record<typeof kind, (value: number) => string>> = {
        tonnage: (value) => `${format.number(value, 0)}\u00a0${unit}`,
        reps: number,
        duration: formatDuration,
        distance: format.distance,
      };
      const text = texts[kind];
      const summary =
        history.grouped_by === "week" ? t`${text} on average in a training week` : t`${text} on average on a training day`;
      return { ...drawn, title: t`Volume`, summary, formatValue: formats[kind] };
    }
    case "sets": {
      const weeks = setsPerWeek(days, week_start);
      const mean = number(average(weeks.map((week) => week.hard_sets)));
      return { ...drawn, title: t`Hard sets per week`, summary: t`${mean} hard sets a week on average`, formatValue: number };
    }
  }
}
