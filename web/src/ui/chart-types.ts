export type ChartTone = 1 | 2 | 3 | 4;

export interface ChartSeries {
  /** Names the line; shown only when there are several, and in the table. */
  readonly label: string;
  /** One value per entry of `dates`; null leaves a gap that lines bridge. */
  readonly values: readonly (number | null)[];
  readonly kind?: "line" | "points" | "bars";
  readonly tone?: ChartTone;
  /** An interval around the line, drawn as a band. */
  readonly band?: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] };
}

export interface ChartData {
  /** Calendar days, oldest first, each once. */
  readonly dates: readonly string[];
  readonly series: readonly ChartSeries[];
  /** With its unit: "92.5 kg". */
  readonly formatValue: (value: number) => string;
  readonly formatDate: (date: string) => string;
  readonly locale: string;
}
