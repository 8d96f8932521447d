import { addDays } from '@/lib/kernel/dates';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { addFigures, chartNumber, type Figure, type Figures, NO_FIGURES } from './measures';
import { alignedDay, bucketOf, eachDay, type Grain, type Period } from './period';

/** The figures of one day, as they come from the cells; days without any are missing. */
export type DayFigures = { readonly day: string; readonly figures: Figures };

/** One point of a series: the figures of a day, week or month, and of the days compared with it. */
export type SeriesPoint = {
  /** First day of the point; the first point of a period may begin before the period does. */
  readonly at: string;
  readonly figures: Figures;
  /** Null without comparison, and where the compared period has no such day because it is shorter. */
  readonly previous: Figures | null;
};

export type Compared = { readonly period: Period; readonly days: readonly DayFigures[] };

/** Sums up days. */
export function totalOf(days: readonly DayFigures[]): Figures {
  return days.reduce((sum, { figures }) => addFigures(sum, figures), NO_FIGURES);
}

/**
 * The points of a period without gaps, compared days laid under the days they are compared with. The points sum exactly to
 * the totals of both periods, whatever the grain.
 */
export function seriesOf(current: Compared, previous: Compared | null, grain: Grain): SeriesPoint[] {
  const points = new Map<string, { figures: Figures; previous: Figures | null }>();
  for (const day of eachDay(current.period)) points.set(bucketOf(day, grain), { figures: NO_FIGURES, previous: null });
  const comparedPoint = (day: string, period: Period) =>
    points.get(bucketOf(alignedDay(day, period, current.period), grain));
  for (const day of previous ? eachDay(previous.period) : []) {
    const point = comparedPoint(day, previous?.period ?? current.period);
    if (point) point.previous = NO_FIGURES;
  }
  for (const { day, figures } of current.days) {
    const point = points.get(bucketOf(day, grain));
    if (point) point.figures = addFigures(point.figures, figures);
  }
  for (const { day, figures } of previous?.days ?? []) {
    const point = comparedPoint(day, previous?.period ?? current.period);
    if (point?.previous) point.previous = addFigures(point.previous, figures);
  }
  return [...points].map(([at, point]) => ({ at, ...point }));
}

/** One figure of a series as a drawing takes it. */
export function chartPoints(points: readonly SeriesPoint[], figure: Figure, currency: PolicyCurrency) {
  return points.map((point) => ({
    at: point.at,
    values: { [figure]: chartNumber(figure, point.figures[figure], currency) },
    ...(point.previous ? { previous: { [figure]: chartNumber(figure, point.previous[figure], currency) } } : {}),
  }));
}

/** The point with the highest figure; null when all are zero. */
export function peakOf(points: readonly SeriesPoint[], figure: Figure): SeriesPoint | null {
  let peak: SeriesPoint | null = null;
  for (const point of points) {
    if (point.figures[figure] > (peak?.figures[figure] ?? 0n)) peak = point;
  }
  return peak;
}

/** Whether the first or last point covers less than its whole week or month. */
export function hasPartialPoint(period: Period, grain: Grain): boolean {
  if (grain === 'day') return false;
  const next = bucketOf(period.to, grain);
  return bucketOf(period.from, grain) !== period.from || bucketOf(addDays(period.to, 1), grain) === next;
}
