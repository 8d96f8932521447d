/** What the charts take: points that are ready to draw. Numbers are for drawing only; exact figures stand in the table. */
export type ChartSeries = {
  key: string;
  label: string;
  /** Token chart-1 to chart-6; the order of the series when not given. */
  color?: 1 | 2 | 3 | 4 | 5 | 6;
};

export type TimePoint = {
  /** Day `YYYY-MM-DD`, the first of the period the point stands for. */
  at: string;
  values: Readonly<Record<string, number>>;
  /** The same series one period before, drawn dashed. */
  previous?: Readonly<Record<string, number>>;
  /** Between what the value will lie, where it is foretold. */
  range?: readonly [low: number, high: number];
  /** How the point is called under the axis and over its values, where it is no day. */
  name?: { readonly short: string; readonly long: string };
};

/** Something that happened on a day and may explain what the series does from there, as a law that changed. */
export type ChartEvent = { readonly at: string; readonly mark: string };

/** A level line at a value that is known from elsewhere, as a published figure. */
export type ChartReference = { readonly value: number; readonly text: string };

/** How a value is printed on axes and in the tooltip. */
export type ValueFormat = 'count' | 'decimal' | 'compact' | 'percent';

/** Bars and areas stand on each other, from zero; lines stand for themselves. */
export type SeriesKind = 'bars' | 'lines' | 'areas';

export type TimeSeriesChartProps = {
  /** Names the drawing for assistive technology. */
  label: string;
  series: readonly ChartSeries[];
  points: readonly TimePoint[];
  kind: SeriesKind;
  /** Printed after a value in the tooltip, as `consignments` or `EUR`. */
  unit: string;
  /** Pixels. */
  height?: number;
  format?: ValueFormat;
  /** What the dashed line is of: the period right before, or the same days a year before. */
  compare?: 'previous' | 'year';
  /** Names lines at their right end instead of above the drawing. */
  endLabels?: boolean;
  /** Upright lines with a mark each; what the marks stand for is told under the drawing. */
  events?: readonly ChartEvent[];
  /** Level lines, each with its words. */
  references?: readonly ChartReference[];
};

export type HistogramBin = { label: string; value: number };

export type HistogramChartProps = {
  label: string;
  bins: readonly HistogramBin[];
  unit: string;
  /** Named positions such as the median, each at the label of its bin. */
  markers?: readonly { bin: string; text: string }[];
  height?: number;
};

/** Height of a chart in pixels when nothing else is asked for. */
export const CHART_HEIGHT_PX = 240;

/** The colour of a series as a CSS value. */
export function seriesColor(series: ChartSeries, index: number): string {
  return `var(--color-chart-${series.color ?? (index % 6) + 1})`;
}
