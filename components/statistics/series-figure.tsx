import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChartFigure } from '@/components/charts/chart-figure';
import { TimeSeriesChart } from '@/components/charts/lazy-charts';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { formatInstant } from '@/components/ui/format';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { Resolved } from '@/lib/statistics/filter';
import { type Figure, type Figures, unitOf } from '@/lib/statistics/measures';
import { movementOf } from '@/lib/statistics/movement';
import { type Comparison, daysIn } from '@/lib/statistics/period';
import { chartPoints, peakOf, type SeriesPoint } from '@/lib/statistics/series';
import { FigureValue, formatFigure, useUnitWord } from './figure-value';
import { useDistance } from './use-change';

type SeriesFigureProps = {
  figure: Figure;
  points: readonly SeriesPoint[];
  totals: Figures;
  previous: Figures | null;
  compare: Comparison;
  resolved: Resolved;
  currency: PolicyCurrency;
  /** The first or last point stands for part of a week or month. */
  isPartial: boolean;
  actions?: ReactNode;
};

/** One figure over time: the drawing, its sentence and its table, all from the same points. */
export function SeriesFigure(props: SeriesFigureProps) {
  const { figure, points, totals, previous, compare, resolved, currency, isPartial, actions } = props;
  const { period, previous: before, grain } = resolved;
  const t = useTranslations('statistics');
  const locale = useLocale();
  const name = t(`figure.${figure}`);
  const unitWord = useUnitWord(currency);
  const peak = peakOf(points, figure);
  const distanceOf = useDistance(currency);
  const { kind } = movementOf(totals[figure], previous?.[figure] ?? null);
  const summary = peak
    ? t('series.summary', {
        total: formatFigure(locale, figure, totals[figure], currency),
        unit: unitWord(figure),
        movement: kind,
        percent: distanceOf(figure, totals[figure], previous?.[figure] ?? 0n, previous?.consignments ?? null),
        compare,
        peak: formatFigure(locale, figure, peak.figures[figure], currency),
        grain,
        at: formatInstant(locale, new Date(`${peak.at}T00:00:00Z`), 'date'),
      })
    : t('series.flat');
  const caption = t('series.caption', { figure: name, grain });
  const lengths = before && daysIn(before) !== daysIn(period) ? { days: daysIn(period), before: daysIn(before) } : null;
  const notes = [
    ...(isPartial && grain !== 'day' ? [t('series.partial', { grain })] : []),
    ...(lengths ? [t('series.lengths', lengths)] : []),
    ...(lengths && grain === 'day' ? [t(lengths.before < lengths.days ? 'series.shorter' : 'series.longer')] : []),
  ];
  const columns = [
    {
      key: 'at',
      header: t('series.start', { grain }),
      cell: (point: SeriesPoint) => <DateTime at={`${point.at}T00:00:00Z`} show="date" />,
      rowHeader: true,
    },
    {
      key: 'now',
      header: name,
      numeric: true,
      cell: (point: SeriesPoint) => <FigureValue figure={figure} currency={currency} value={point.figures[figure]} />,
    },
    ...(previous
      ? [
          {
            key: 'before',
            header: t('series.previous', { figure: name }),
            numeric: true,
            cell: (point: SeriesPoint) =>
              point.previous ? (
                <FigureValue figure={figure} currency={currency} value={point.previous[figure]} />
              ) : (
                t('series.noDay')
              ),
          },
        ]
      : []),
  ];
  return (
    <ChartFigure
      title={t('series.title', { figure: name })}
      summary={summary}
      actions={actions}
      footnote={notes.length > 0 ? notes.join(' ') : undefined}
      table={
        <DataTable
          caption={caption}
          captionHidden
          columns={columns}
          rows={points}
          rowKey={(point) => point.at}
          maxHeight="24rem"
          footer={{
            at: t('series.total'),
            now: <FigureValue figure={figure} currency={currency} value={totals[figure]} />,
            before: previous ? <FigureValue figure={figure} currency={currency} value={previous[figure]} /> : null,
          }}
        />
      }
    >
      <TimeSeriesChart
        label={caption}
        series={[{ key: figure, label: name }]}
        points={chartPoints(points, figure, currency)}
        kind={points.length > 62 ? 'lines' : 'bars'}
        unit={unitWord(figure)}
        format={unitOf(figure) === 'count' ? 'count' : 'decimal'}
      />
    </ChartFigure>
  );
}
