import { useLingui } from "@lingui/react/macro";
import { Pencil, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import type { Format } from "@/features/auth/use-format.ts";
import type { Metric } from "@/db/documents.ts";
import { addDays, daysBetween } from "@/lib/clock.ts";
import { formatSigned } from "@/lib/format.ts";
import { Button, IconButton } from "@/ui/button.tsx";
import { Card, Stat, StatRow } from "@/ui/card.tsx";
import { Chart } from "@/ui/chart.tsx";
import type { ChartSeries } from "@/ui/chart-types.ts";
import { Columns } from "@/ui/page.tsx";
import { Segmented } from "@/ui/segmented.tsx";
import { showToast } from "@/ui/toast-store.ts";
import { deleteMetric, restoreMetric } from "./commands.ts";
import { metricName } from "./metric-names.ts";
import { convertMetric, lastOfEachDay, shownUnit, smoothed } from "./metric-values.ts";
import type { MetricKind } from "./queries.ts";
import styles from "./body.module.css";

interface BodyMetricProps {
  readonly metric: string;
  /** Oldest first. */
  readonly values: readonly Metric[];
  readonly kinds: readonly MetricKind[];
  readonly format: Format;
  readonly onEdit: (metric: Metric) => void;
}

type BodyRange = "3m" | "1y" | "all";
const RANGE_DAYS: Readonly<Record<BodyRange, number>> = { "3m": 92, "1y": 366, all: 100_000 };

/** One metric: where it stands, how it moved, every value. */
export function BodyMetric({ metric, values, kinds, format, onEdit }: BodyMetricProps) {
  const { t, i18n } = useLingui();
  const [chosen, setChosen] = useState<BodyRange | null>(null);
  // Values of years ago, such as from an import, are shown at once.
  const is_old = (values.at(-1)?.local_date ?? format.today) < addDays(format.today, -RANGE_DAYS["1y"]);
  const range = chosen ?? (is_old ? "all" : "1y");
  const units = kinds.find((kind) => kind.key === metric)?.units ?? [values.at(-1)?.unit ?? ""];
  const unit = shownUnit(units, format);
  const name = metricName(metric, i18n);
  const names = { value: name, trend: t`Trend` };
  const since = addDays(format.today, -RANGE_DAYS[range]);

  const plot = useMemo(() => {
    const days = lastOfEachDay(values);
    const line = smoothed(
      days.map((day) => ({ at_ms: Date.parse(day.measured_at), value: convertMetric(day.value, day.unit, unit) })),
    );
    const from = days.findIndex((day) => day.local_date >= since);
    const shown = from === -1 ? [] : days.slice(from);
    const series: ChartSeries[] = [
      { label: names.trend, values: from === -1 ? [] : line.slice(from), tone: 1 },
      { label: names.value, values: shown.map((day) => convertMetric(day.value, day.unit, unit)), kind: "points", tone: 2 },
    ];
    return { dates: shown.map((day) => day.local_date), series, line: from === -1 ? [] : line.slice(from) };
    // Names change with the language only, which remounts everything.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [values, unit, since]);

  const newest = values.at(-1);
  const text = (value: number) => `${format.number(value, 1)}\u00a0${unit}`;
  const first = plot.line[0];
  const last = plot.line.at(-1);
  const change = first === undefined || last === undefined ? 0 : last - first;
  const weeks = Math.max(1, Math.round(daysBetween(plot.dates[0] ?? format.today, plot.dates.at(-1) ?? format.today) / 7));
  const signed = `${formatSigned(format.locale, change)}\u00a0${unit}`;
  const summary =
    plot.dates.length < 3
      ? t`Too early for a trend: a few more values are needed.`
      : t`${name} ${signed} in ${weeks} weeks by its trend`;
  return (
    <Columns aside={<Values values={values} unit={unit} format={format} onEdit={onEdit} />}>
      <Card>
        {newest && (
          <StatRow>
            <Stat
              label={t`Last, ${format.day(newest.local_date)}`}
              size="large"
              value={format.number(convertMetric(newest.value, newest.unit, unit), 1)}
              unit={unit}
            />
            {last !== undefined && plot.dates.length > 2 && (
              <Stat label={t`Trend now`} value={format.number(last, 1)} unit={unit} />
            )}
          </StatRow>
        )}
        {plot.dates.length > 0 ? (
          <Chart
            title={name}
            summary={summary}
            dates={plot.dates}
            series={plot.series}
            formatValue={text}
            formatDate={(date) => format.date(date)}
            locale={format.locale}
          />
        ) : (
          <p className={styles.none}>{t`No values in this range.`}</p>
        )}
        <Segmented
          label={t`Range`}
          value={range}
          options={[
            { value: "3m", label: t`3 months` },
            { value: "1y", label: t`1 year` },
            { value: "all", label: t`All` },
          ]}
          onValue={setChosen}
        />
      </Card>
    </Columns>
  );
}

const CHUNK = 10;

interface ValuesProps {
  readonly values: readonly Metric[];
  readonly unit: string;
  readonly format: Format;
  readonly onEdit: (metric: Metric) => void;
}

function Values({ values, unit, format, onEdit }: ValuesProps) {
  const { t } = useLingui();
  const [limit, setLimit] = useState(CHUNK);
  const remove = async (metric: Metric) => {
    await deleteMetric(metric.id);
    showToast(t`Value deleted`, { action: { label: t`Undo`, run: () => void restoreMetric(metric) } });
  };
  return (
    <Card title={t`All values`} flush>
      <ul className={styles.values}>
        {values
          .slice(-limit)
          .toReversed()
          .map((metric) => {
            const day = format.day(metric.local_date);
            return (
              <li key={metric.id} className={styles.row}>
                <span className={styles.texts}>
                  <span>{day}</span>
                  {metric.notes !== "" && <span className={styles.notes}>{metric.notes}</span>}
                </span>
                <span className={styles.value}>
                  {format.number(convertMetric(metric.value, metric.unit, unit), 2)}
                  <span className={styles.unit}> {unit}</span>
                </span>
                <span className={styles.acts}>
                  <IconButton
                    label={t`Change the value of ${day}`}
                    icon={<Pencil size={18} aria-hidden="true" />}
                    onClick={() => onEdit(metric)}
                  />
                  <IconButton
                    label={t`Delete the value of ${day}`}
                    icon={<Trash2 size={18} aria-hidden="true" />}
                    onClick={() => void remove(metric)}
                  />
                </span>
              </li>
            );
          })}
      </ul>
      {values.length > limit && (
        <div className={styles.more}>
          <Button onClick={() => setLimit(limit + CHUNK * 4)}>{t`Show more`}</Button>
        </div>
      )}
    </Card>
  );
}
