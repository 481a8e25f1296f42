import uPlot from "uplot";
import { formatCompact, formatDate, formatNumber } from "@/lib/format.ts";
import type { ChartData, ChartSeries } from "./chart-types.ts";

const DAY_S = 86_400;
const DASHES: readonly number[][] = [[], [6, 4], [2, 3], [10, 3, 2, 3]];
const DIGIT_PX = 7.2;
const Y_AXIS_ROOM_PX = 14;
const X_AXIS_HEIGHT_PX = 28;

export function toSeconds(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}

/** uPlot wants columns: time, then each series followed by its band's two edges. */
export function plotRows(dates: readonly string[], series: readonly ChartSeries[]): uPlot.AlignedData {
  const columns = series.flatMap((line) => (line.band ? [line.values, line.band.high, line.band.low] : [line.values]));
  return [dates.map(toSeconds), ...columns.map((column) => [...column])];
}

export function plotOptions(
  element: HTMLElement,
  data: ChartData & { height_px: number },
  onIndex: (index: number) => void,
  onReady: (plot: uPlot) => void,
): uPlot.Options {
  const color = colorReader(element);
  const font = `12px ${getComputedStyle(element).fontFamily}`;
  const { lines, bands } = plotSeries(data.series, color);
  const axis = { font, stroke: color("--muted"), ticks: { show: false }, grid: { stroke: color("--chart-grid"), width: 1 } };
  return {
    width: element.clientWidth,
    height: data.height_px,
    padding: [12, 12, 0, 0],
    legend: { show: false },
    tzDate: (time_s) => uPlot.tzDate(new Date(time_s * 1000), "UTC"),
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 9, width: 2, fill: color("--card") },
    },
    scales: {
      x: { range: (_u, first, last) => dateRange(first, last, data) },
      y: { range: (_u, low, high) => paddedRange(low, high, data.series) },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 64,
        size: X_AXIS_HEIGHT_PX,
        values: (_u, splits, _i, _s, step_s) => dateLabels(data.locale, splits, step_s),
      },
      {
        ...axis,
        size: (_u, labels: readonly string[] | null) =>
          Y_AXIS_ROOM_PX + DIGIT_PX * Math.max(2, ...(labels ?? []).map((label) => label.length)),
        values: (_u, splits) => valueLabels(data.locale, splits),
      },
    ],
    series: [{}, ...lines],
    bands,
    hooks: {
      ready: [onReady],
      setCursor: [
        (u) => {
          // Only what the pointer does counts: a cursor placed by code is already known.
          if (u.cursor.event && u.cursor.idx !== null && u.cursor.idx !== undefined) onIndex(u.cursor.idx);
        },
      ],
    },
  };
}

type ColorReader = (token: string) => string;

/** Canvas needs final colours; a token may be a `light-dark()` pair that only computing resolves. */
function colorReader(element: HTMLElement): ColorReader {
  return (token) => {
    element.style.color = `var(${token})`;
    const color = getComputedStyle(element).color;
    element.style.color = "";
    return color;
  };
}

function plotSeries(series: readonly ChartSeries[], color: ColorReader) {
  const lines: uPlot.Series[] = [];
  const bands: uPlot.Band[] = [];
  for (const [position, line] of series.entries()) {
    const stroke = color(`--chart-${line.tone ?? (position % 4) + 1}`);
    lines.push(seriesLook(line, stroke, DASHES[position % 4] ?? []));
    if (!line.band) continue;
    const high = lines.length + 1;
    const edge: uPlot.Series = { stroke: "transparent", points: { show: false }, spanGaps: true };
    lines.push(edge, { ...edge });
    bands.push({ series: [high, high + 1], fill: color("--chart-band") });
  }
  return { lines, bands };
}

function seriesLook(line: ChartSeries, stroke: string, dash: number[]): uPlot.Series {
  if (line.kind === "bars") {
    const paths = uPlot.paths.bars?.({ size: [0.7, 28], radius: 0.15 });
    return { stroke, fill: stroke, width: 0, points: { show: false }, ...(paths ? { paths } : {}) };
  }
  if (line.kind === "points") {
    return { stroke, paths: () => null, points: { show: true, size: 6, width: 0, fill: stroke } };
  }
  return { stroke, width: 2, dash, spanGaps: true, points: { show: line.values.length <= 40, size: 6, width: 0, fill: stroke } };
}

/** Bars start at zero; lines get a little air, so that noise does not look like a drama. */
function paddedRange(low: number | null, high: number | null, series: readonly ChartSeries[]): [number, number] {
  if (low === null || high === null) return [0, 1];
  if (series.some((line) => line.kind === "bars")) return [0, high * 1.08 || 1];
  const room = Math.max((high - low) * 0.15, Math.abs(high) * 0.03, 0.5);
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

/** Bars at the edges need half a step of room, or they are cut in two. */
function dateRange(first_s: number, last_s: number, { dates, series }: ChartData): [number, number] {
  const alone = dates.length < 2;
  if (!alone && !series.some((line) => line.kind === "bars")) return [first_s, last_s];
  const room_s = alone ? 7 * DAY_S : (last_s - first_s) / (dates.length - 1) / 2;
  return [first_s - room_s, last_s + room_s];
}

/** Large values in few characters, and all labels of an axis in the same style. */
function valueLabels(locale: string, values: readonly number[]): string[] {
  const large = values.some((value) => Math.abs(value) >= 10_000);
  return values.map((value) => (large ? formatCompact(locale, value) : formatNumber(locale, value, 1)));
}

function dateLabels(locale: string, splits: readonly number[], step_s: number): string[] {
  return splits.map((split_s) => {
    const date = new Date(split_s * 1000).toISOString().slice(0, 10);
    if (step_s < 28 * DAY_S) return formatDate(locale, date, "day");
    if (step_s >= 360 * DAY_S || date.slice(5, 7) === "01") return date.slice(0, 4);
    return formatDate(locale, date, "month_short");
  });
}
