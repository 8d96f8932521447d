import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChartFigure } from '@/components/charts/chart-figure';
import { TimeSeriesChart } from '@/components/charts/lazy-charts';
import { DataTable } from '@/components/table/data-table';
import { formatAxisDay, formatDecimal, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { meanScore, type PartnerSeries, refusedShare, type Sent, sentInAll } from '@/lib/statistics/partner-data';
import type { Grain } from '@/lib/statistics/period';
import { usePointText } from './use-pivot-text';

type SentPoint = Sent & { readonly at: string };
type QualityFigureProps = {
  /** Where the figures are defined. */
  definition: ReactNode;
  points: readonly SentPoint[];
  grain: Grain;
  of: 'score' | 'refused';
};

/** The mean score of data quality, or the share of records refused, over time. */
export function QualityFigure({ points, grain, of, definition }: QualityFigureProps) {
  const t = useTranslations('dashboards.sent');
  const locale = useLocale();
  const pointText = usePointText(grain);
  const nameOf = usePointName(grain);
  const whole = sentInAll(points);
  const told = of === 'score' ? meanScore : refusedShare;
  const say = (value: number | null) => {
    if (value === null) return '–';
    return of === 'score' ? formatDecimal(locale, value.toFixed(1), 1) : formatPercent(locale, value);
  };
  const title = t(`title.${of}`);
  if (whole.records + whole.refused === 0)
    return (
      <Panel title={title} description={t('none')}>
        {null}
      </Panel>
    );
  return (
    <ChartFigure
      title={title}
      summary={t(`summary.${of}`, {
        value: say(told(whole)),
        records: formatDecimal(locale, whole.records, 0),
        refused: formatDecimal(locale, whole.refused, 0),
      })}
      footnote={
        <>
          {t('note')} {definition}
        </>
      }
      table={
        <DataTable
          caption={title}
          captionHidden
          rows={points}
          rowKey={({ at }) => at}
          maxHeight="24rem"
          columns={[
            { key: 'at', header: t('point'), rowHeader: true, cell: ({ at }) => pointText(at) },
            { key: 'records', header: t('records'), numeric: true, cell: ({ records }) => <Count value={records} /> },
            { key: 'refused', header: t('refused'), numeric: true, cell: ({ refused }) => <Count value={refused} /> },
            { key: 'share', header: t('share'), numeric: true, cell: (point) => shareText(locale, point) },
            { key: 'score', header: t('score'), numeric: true, cell: (point) => scoreText(locale, point) },
          ]}
        />
      }
    >
      <TimeSeriesChart
        label={title}
        series={[{ key: of, label: title }]}
        points={points.map((point) => {
          const value = told(point);
          return {
            at: point.at,
            name: nameOf(point.at),
            values: value === null ? {} : { [of]: value },
          };
        })}
        kind="lines"
        unit={of === 'score' ? t('unit') : ''}
        format={of === 'score' ? 'decimal' : 'percent'}
      />
    </ChartFigure>
  );
}

/** How a point is called under the axis, where a day is short, and over its values. */
function usePointName(grain: Grain): (at: string) => { short: string; long: string } {
  const locale = useLocale();
  const pointText = usePointText(grain);
  return (at) => {
    const long = pointText(at);
    return { short: grain === 'day' || grain === 'week' ? formatAxisDay(locale, at) : long, long };
  };
}

const scoreText = (locale: string, sent: Sent) => {
  const score = meanScore(sent);
  return score === null ? '–' : formatDecimal(locale, score.toFixed(1), 1);
};
const shareText = (locale: string, sent: Sent) => {
  const share = refusedShare(sent);
  return share === null ? '–' : formatPercent(locale, share);
};

/** Records of the largest partners over time, standing on each other. */
export function PartnersInTime({ series, grain }: { series: PartnerSeries; grain: Grain }) {
  const t = useTranslations('dashboards.sent');
  const pointText = usePointText(grain);
  const pointName = usePointName(grain);
  const { partners, others, points } = series;
  const title = t('title.partnersInTime');
  if (partners.length === 0)
    return (
      <Panel title={title} description={t('none')}>
        {null}
      </Panel>
    );
  const keys = [...partners.map(({ partnerId }) => partnerId), ...(others > 0 ? ['others'] : [])];
  const names = new Map(partners.map(({ partnerId, partnerName }) => [partnerId, partnerName]));
  const labelOf = (key: string) => names.get(key) ?? t('others', { count: others });
  return (
    <ChartFigure
      title={title}
      className="xl:col-span-2"
      summary={t('largest', { name: partners[0]?.partnerName ?? '' })}
      footnote={t('note')}
      table={
        <DataTable
          caption={title}
          captionHidden
          rows={points}
          rowKey={({ at }) => at}
          maxHeight="24rem"
          columns={[
            { key: 'at', header: t('point'), rowHeader: true, cell: ({ at }) => pointText(at) },
            ...keys.map((key, place) => ({
              key,
              header: <span translate={names.has(key) ? 'no' : undefined}>{labelOf(key)}</span>,
              numeric: true,
              cell: ({ values }: PartnerSeries['points'][number]) => <Count value={values[place] ?? 0} />,
            })),
          ]}
        />
      }
    >
      <TimeSeriesChart
        label={title}
        series={keys.map((key) => ({ key, label: labelOf(key) }))}
        points={points.map(({ at, values }) => ({
          at,
          name: pointName(at),
          values: Object.fromEntries(keys.map((key, place) => [key, values[place] ?? 0])),
        }))}
        kind="bars"
        unit={t('unitRecords')}
      />
    </ChartFigure>
  );
}
