import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useId, useState, type KeyboardEvent } from "react";
import { Link } from "wouter";
import { Button } from "./button.tsx";
import { ChartTable } from "./chart-table.tsx";
import type { ChartData } from "./chart-types.ts";
import styles from "./chart.module.css";
import { ErrorFallback } from "./error-fallback.tsx";

const Plot = lazy(async () => ({ default: (await import("./chart-plot.tsx")).ChartPlot }));

interface ChartProps extends ChartData {
  /** What is drawn: "Estimated 1RM". */
  readonly title: string;
  /** One sentence that says what it shows; read instead of the picture. */
  readonly summary: string;
  readonly height_px?: number;
  /** Where a point came from, such as its workout. */
  readonly hrefOf?: (index: number) => string | null;
}

/**
 * A time series with everything around it: sentence, picture, value under the cursor, table.
 *
 * The line under the picture is a slider: arrow keys move the cursor, and its value is read aloud.
 */
export function Chart({ title, summary, height_px = 220, hrefOf, ...data }: ChartProps) {
  const { t } = useLingui();
  const id = useId();
  const [as_table, setAsTable] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const last = data.dates.length - 1;
  const index = Math.min(chosen ?? last, last);
  const href = hrefOf && index >= 0 ? hrefOf(index) : null;
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption className={styles.summary} id={id}>
        {summary}
      </figcaption>
      {as_table ? (
        <ChartTable title={title} {...data} />
      ) : (
        <>
          <div role="img" aria-label={`${title}. ${summary}`} style={{ height: height_px }}>
            <ErrorFallback
              fallback={<p className={styles.note}>{t`The drawing could not be loaded. The table has the same values.`}</p>}
            >
              <Suspense fallback={<div className={styles.waiting} style={{ height: height_px }} />}>
                <Plot {...data} height_px={height_px} index={index} onIndex={setChosen} />
              </Suspense>
            </ErrorFallback>
          </div>
          {index >= 0 && <Readout title={title} data={data} index={index} onIndex={setChosen} />}
        </>
      )}
      <div className={styles.footer}>
        {href !== null && !as_table && (
          <Link href={href} className={styles.link}>
            {t`Open this workout`}
          </Link>
        )}
        <span className={styles.toggle}>
          <Button variant="quiet" onClick={() => setAsTable(!as_table)}>
            {as_table ? t`Show as chart` : t`Show as table`}
          </Button>
        </span>
      </div>
    </figure>
  );
}

interface ReadoutProps {
  readonly title: string;
  readonly data: ChartData;
  readonly index: number;
  readonly onIndex: (index: number) => void;
}

function Readout({ title, data, index, onIndex }: ReadoutProps) {
  const { t } = useLingui();
  const { dates, series, formatDate, formatValue } = data;
  const shown = series.map((line, position) => {
    const value = line.values[index];
    return {
      label: line.label,
      tone: line.tone ?? position + 1,
      text: value === null || value === undefined ? "–" : formatValue(value),
    };
  });
  const date = formatDate(dates[index] ?? "");
  const spoken = shown.map(({ label, text }) => (series.length > 1 ? `${label} ${text}` : text)).join(", ");
  const onKeyDown = (event: KeyboardEvent) => {
    const next = sliderIndex(event.key, index, dates.length);
    if (next === null) return;
    event.preventDefault();
    onIndex(next);
  };
  return (
    <div
      className={styles.readout}
      role="slider"
      tabIndex={0}
      aria-label={t`${title}: move the cursor`}
      aria-valuemin={0}
      aria-valuemax={dates.length - 1}
      aria-valuenow={index}
      aria-valuetext={`${date}: ${spoken}`}
      onKeyDown={onKeyDown}
    >
      <span className={styles.date}>{date}</span>
      {shown.map(({ label, tone, text }) => (
        <span key={label} className={styles.value}>
          {series.length > 1 && (
            <>
              <span className={styles.swatch} data-tone={tone} aria-hidden="true" />
              <span className={styles.label}>{label}</span>
            </>
          )}
          {text}
        </span>
      ))}
    </div>
  );
}

function sliderIndex(key: string, index: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowDown: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    PageDown: index - 10,
    PageUp: index + 10,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}
