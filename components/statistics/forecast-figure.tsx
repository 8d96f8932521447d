import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChartFigure } from '@/components/charts/chart-figure';
import type { TimePoint } from '@/components/charts/chart-types';
import { TimeSeriesChart } from '@/components/charts/lazy-charts';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { formatDecimal, formatInstant, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { addDays } from '@/lib/kernel/dates';
import { FORECAST_DAYS_MIN, type Forecast } from '@/lib/statistics/forecast';

type ForecastFigureProps = {
  /** Where the figures are defined. */
  definition: ReactNode;
  /** Consignments a day, of whole days, the latest last. */
  seen: readonly { readonly day: string; readonly count: number }[];
  /** Null where there are too few days. */
  forecast: Forecast | null;
};

/** Days of the past drawn before those foretold. */
const SHOWN = 56;

/** How many consignments come in the next weeks, between what, and how well the method did on days it had not seen. */
export function ForecastFigure({ seen, forecast, definition }: ForecastFigureProps) {
  const t = useTranslations('dashboards.forecast');
  const tUnit = useTranslations('statistics.unit');
  const locale = useLocale();
  const last = seen.at(-1)?.day;
  if (!forecast || !last)
    return (
      <Panel title={t('title')} description={t('few', { days: FORECAST_DAYS_MIN })}>
        {null}
      </Panel>
    );
  const days = forecast.days.map((one, index) => ({ ...one, day: addDays(last, index + 1) }));
  const sum = (of: 'value' | 'low' | 'high') => Math.round(days.slice(0, 7).reduce((all, one) => all + one[of], 0));
  const count = (value: number) => formatDecimal(locale, Math.round(value), 0);
  const { error, errorOfWeekBefore, within, origins } = forecast.backTest;
  const points: TimePoint[] = [
    ...seen.slice(-SHOWN).map(({ day, count: value }) => ({ at: day, values: { seen: value } })),
    ...days.map(({ day, value, low, high }) => ({
      at: day,
      values: { foretold: Math.round(value) },
      range: [low, high] as const,
    })),
  ];
  return (
    <ChartFigure
      title={t('title')}
      summary={t('summary', { week: count(sum('value')) })}
      footnote={
        <>
          {t('note', {
            method: forecast.method,
            error: count(error),
            before: count(errorOfWeekBefore),
            within: formatPercent(locale, within, 0),
            origins,
            last: formatInstant(locale, new Date(`${last}T00:00:00Z`), 'date'),
          })}{' '}
          {definition}
        </>
      }
      table={
        <DataTable
          caption={t('title')}
          captionHidden
          rows={days}
          rowKey={({ day }) => day}
          maxHeight="24rem"
          columns={[
            {
              key: 'day',
              header: t('day'),
              rowHeader: true,
              cell: ({ day }) => <DateTime at={`${day}T00:00:00Z`} show="date" />,
            },
            {
              key: 'value',
              header: t('foretold'),
              numeric: true,
              cell: ({ value }) => <Count value={Math.round(value)} />,
            },
            { key: 'low', header: t('low'), numeric: true, cell: ({ low }) => <Count value={Math.round(low)} /> },
            { key: 'high', header: t('high'), numeric: true, cell: ({ high }) => <Count value={Math.round(high)} /> },
          ]}
        />
      }
    >
      <TimeSeriesChart
        label={t('title')}
        series={[
          { key: 'seen', label: t('seen') },
          { key: 'foretold', label: t('foretold'), color: 2 },
        ]}
        points={points}
        kind="lines"
        unit={tUnit('consignments')}
      />
    </ChartFigure>
  );
}
