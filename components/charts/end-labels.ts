import type { ChartSeries, TimePoint } from './chart-types';

/** Pixels between the middles of two names. */
const LINE_PX = 15;
const LETTERS_MAX = 18;
const LETTER_PX = 6.4;

export type EndLabel = {
  readonly text: string /** Pixels from the end of the line down to the name. */;
  readonly shift: number;
};

/** Where the names of lines stand at their right ends, pushed apart where the ends lie close. */
export function endLabels(
  series: readonly ChartSeries[],
  last: TimePoint | undefined,
  plot: { readonly low: number; readonly high: number; readonly height: number },
): ReadonlyMap<string, EndLabel> {
  const span = plot.high - plot.low || 1;
  const ends = series.flatMap(({ key, label }) => {
    const value = last?.values[key];
    return value === undefined ? [] : [{ key, label, y: ((plot.high - value) / span) * plot.height }];
  });
  ends.sort((one, other) => one.y - other.y);
  const places = ends.map(({ y }) => y);
  for (const [at, y] of places.entries())
    places[at] = Math.max(y, (places[at - 1] ?? Number.NEGATIVE_INFINITY) + LINE_PX);
  for (let at = places.length - 1, floor = plot.height; at >= 0; at -= 1, floor = (places[at + 1] ?? 0) - LINE_PX)
    places[at] = Math.min(places[at] ?? 0, floor);
  return new Map(
    ends.map(({ key, label, y }, at) => [
      key,
      {
        text: label.length > LETTERS_MAX ? `${label.slice(0, LETTERS_MAX - 1)}…` : label,
        shift: (places[at] ?? y) - y,
      },
    ]),
  );
}

/** The room that the longest name needs. */
export function endLabelsWidth(series: readonly ChartSeries[]): number {
  const longest = Math.max(0, ...series.map(({ label }) => Math.min(LETTERS_MAX, label.length)));
  return Math.ceil(longest * LETTER_PX) + 12;
}
