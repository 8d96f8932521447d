import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count, Percent } from '@/components/ui/quantity';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { SampleRow } from '@/lib/statistics/random-sample';
import { IntervalBar } from './interval-bar';
import { useEstimate } from './use-estimate';

/** The estimates by part: the whole, channels, classes of value, and both; chart and table in one. */
export function SampleParts({ rows, currency }: { rows: readonly SampleRow[]; currency: PolicyCurrency }) {
  const t = useTranslations('sample');
  const tChannel = useTranslations('statistics.member.channel');
  const locale = useLocale();
  const amount = useEstimate(currency);
  const percent = (ratio: number, digits?: number) => formatPercent(locale, ratio, digits);
  const highest = Math.max(0, ...rows.map(({ estimate }) => estimate.rate?.high ?? 0));
  const end = Math.max(0.05, Math.ceil(highest * 20) / 20);
  const known = rows.filter(({ estimate }) => estimate.rate).length;
  const few = (text: string) => <span className="text-muted">{text}</span>;
  const classOf = (valueClass: NonNullable<SampleRow['valueClass']>) =>
    t(`class.${valueClass}`, { currency: currency.currency });
  const name = ({ channel, valueClass }: SampleRow) => {
    if (channel === null)
      return valueClass === null ? t('parts.all') : t('parts.ofClass', { class: classOf(valueClass) });
    return valueClass === null
      ? t('parts.ofChannel', { channel: tChannel(channel) })
      : t('parts.cell', { channel: tChannel(channel), class: classOf(valueClass) });
  };
  return (
    <Panel
      title={t('parts.title')}
      description={`${t('parts.summary', { known, words: rows.length - known })} ${t('parts.scale', { end: percent(end, 0) })}`}
      flush
    >
      <DataTable
        caption={t('parts.caption')}
        captionHidden
        isDense
        rows={rows}
        rowKey={({ channel, valueClass }) => `${channel} ${valueClass}`}
        columns={[
          { key: 'part', header: t('parts.part'), rowHeader: true, className: 'min-w-40', cell: name },
          {
            key: 'size',
            header: t('parts.size'),
            numeric: true,
            cell: ({ estimate }) => <Count value={estimate.size} />,
          },
          {
            key: 'drawn',
            header: t('parts.drawn'),
            numeric: true,
            cell: ({ estimate }) => <Count value={estimate.drawn} />,
          },
          {
            key: 'examined',
            header: t('parts.examined'),
            numeric: true,
            cell: ({ estimate }) => <Count value={estimate.examined} />,
          },
          {
            key: 'findings',
            header: t('parts.findings'),
            numeric: true,
            cell: ({ estimate }) => <Count value={estimate.findings} />,
          },
          {
            key: 'rate',
            header: t('parts.rate'),
            numeric: true,
            cell: ({ estimate: { rate, examined, isCeiling } }) =>
              rate ? (
                isCeiling ? (
                  t('parts.atMost', { high: percent(rate.high) })
                ) : (
                  <Percent ratio={rate.value} />
                )
              ) : (
                few(t('parts.few', { examined }))
              ),
          },
          {
            key: 'range',
            header: t('parts.range'),
            className: 'w-72 min-w-56',
            cell: ({ estimate: { rate, isCeiling } }) =>
              rate ? (
                <IntervalBar
                  rate={isCeiling ? { rate: null, low: 0, high: rate.high } : { ...rate, rate: rate.value }}
                  end={end}
                  text={
                    isCeiling
                      ? t('parts.upTo', { high: percent(rate.high) })
                      : t('parts.interval', { low: percent(rate.low), high: percent(rate.high) })
                  }
                />
              ) : null,
          },
          {
            key: 'revenue',
            header: t('parts.revenue', { currency: currency.currency }),
            numeric: true,
            cell: ({ estimate: { revenueMinor, charged } }) =>
              revenueMinor ? (
                <span translate="no">
                  {amount(revenueMinor.value)}
                  <span className="block whitespace-nowrap text-muted text-xs">
                    {t('parts.interval', { low: amount(revenueMinor.low), high: amount(revenueMinor.high) })}
                  </span>
                </span>
              ) : (
                few(t('parts.fewRevenue', { charged }))
              ),
          },
        ]}
      />
    </Panel>
  );
}
