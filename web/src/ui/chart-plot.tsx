import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { plotOptions, plotRows, toSeconds } from "./chart-options.ts";
import type { ChartData } from "./chart-types.ts";
import styles from "./chart.module.css";
import { useColorScheme } from "./use-color-scheme.ts";

interface ChartPlotProps extends ChartData {
  readonly height_px: number;
  readonly index: number;
  readonly onIndex: (index: number) => void;
}

/** The picture itself; loaded only when a chart is on screen. */
export function ChartPlot(props: ChartPlotProps) {
  const { dates, series, height_px, index, onIndex } = props;
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ onIndex, index });
  const scheme = useColorScheme();
  const content = JSON.stringify([dates, series]);

  useEffect(() => {
    latest.current = { onIndex, index };
  });

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const options = plotOptions(
      element,
      props,
      (next) => {
        if (next !== latest.current.index) latest.current.onIndex(next);
      },
      (ready) => placeCursor(ready, dates[latest.current.index]),
    );
    const made = new uPlot(options, plotRows(dates, series), element);
    plot.current = made;
    const resize = new ResizeObserver(() => {
      if (element.clientWidth > 0) made.setSize({ width: element.clientWidth, height: height_px });
    });
    resize.observe(element);
    return () => {
      resize.disconnect();
      made.destroy();
      plot.current = null;
    };
    // A plot is made anew only for other content, size or theme, not because the caller has
    // rendered and its arrays and formatters are new ones.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [content, height_px, scheme, props.locale]);

  useEffect(() => {
    const made = plot.current;
    if (made && made.cursor.idx !== index) placeCursor(made, dates[index]);
  }, [dates, index]);

  return <div ref={holder} className={styles.plot} />;
}

function placeCursor(plot: uPlot, date: string | undefined): void {
  if (date !== undefined) plot.setCursor({ left: plot.valToPos(toSeconds(date), "x"), top: 0 });
}
