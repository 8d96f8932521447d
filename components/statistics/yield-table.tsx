import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Money } from '@/components/ui/money';
import { Count, Duration, Percent } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { Rate } from '@/lib/kernel/wilson';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { isCeiling } from '@/lib/statistics/sample-estimate';
import { RANDOM, sourceOf, type Yield, type YieldKey } from '@/lib/statistics/yields';
import { IntervalBar } from './interval-bar';

type YieldTableProps = {
  caption: string;
  rows: readonly Yield[];
  /** What the random sample estimates; null while it is too small. */
  random: Rate | null;
  currency: PolicyCurrency;
  nameOf: (source: YieldKey) => string;
  /** Where a source is taken apart; null where there is no such place for the reader. */
  hrefOf: (source: YieldKey) => string | null;
};

/** Sources of selection by what they found: table and chart in one, the bars on one line from 0 to 100 %. */
export function YieldTable({ caption, rows, random, currency, nameOf, hrefOf }: YieldTableProps) {
  const t = useTranslations('yields');
  const locale = useLocale();
  const percent = (ratio: number) => formatPercent(locale, ratio);
  const times = (ratio: number) => formatDecimal(locale, ratio.toFixed(1));
  return (
    <DataTable
      caption={caption}
      captionHidden
      isDense
      rows={rows}
      rowKey={sourceOf}
      columns={[
        {
          key: 'source',
          header: t('source.column'),
          rowHeader: true,
          className: 'min-w-40',
          cell: (row) => {
            const href = hrefOf(row);
            return href ? <TextLink href={href}>{nameOf(row)}</TextLink> : nameOf(row);
          },
        },
        {
          key: 'selected',
          header: t('column.selected'),
          className: 'w-28',
          numeric: true,
          cell: (row) => <Count value={row.selected} />,
        },
        {
          key: 'examined',
          header: t('column.examined'),
          className: 'w-20',
          numeric: true,
          cell: (row) => <Count value={row.examined} />,
        },
        {
          key: 'findings',
          header: t('column.findings'),
          className: 'w-16',
          numeric: true,
          cell: (row) => <Count value={row.findings} />,
        },
        {
          key: 'rate',
          header: t('column.hitRate'),
          className: 'w-20',
          numeric: true,
          cell: (row) => (row.hitRate ? <Percent ratio={row.hitRate.rate} /> : <Wanting text={t('noRate')} />),
        },
        {
          key: 'range',
          header: t('column.range'),
          className: 'w-64 min-w-48',
          cell: ({ hitRate }) =>
            hitRate ? (
              <IntervalBar
                rate={hitRate}
                reference={random ? (isCeiling(random) ? random.high : random.rate) : undefined}
                text={`${percent(hitRate.low)} – ${percent(hitRate.high)}`}
              />
            ) : null,
        },
        {
          key: 'lift',
          header: t('column.lift'),
          className: 'w-40',
          numeric: true,
          cell: (row) =>
            row.lift === null ? (
              // Where nothing was examined, the rate says so already.
              row.hitRate && <Wanting text={t(sourceOf(row) === RANDOM ? 'measure' : 'noLift')} />
            ) : row.lift.value === null && row.findings === 0 ? (
              // A lower limit of nothing says nothing.
              <Wanting text={t('nothingFound')} />
            ) : (
              <>
                <span className="whitespace-nowrap">
                  {row.lift.value === null
                    ? t('timesFrom', { low: times(row.lift.low) })
                    : t('times', { value: times(row.lift.value) })}
                </span>
                {row.lift.value === null ? null : (
                  <span className="block whitespace-nowrap text-muted text-xs">
                    {t(row.lift.high === null ? 'liftFrom' : 'liftRange', {
                      low: times(row.lift.low),
                      high: times(row.lift.high ?? 0),
                    })}
                  </span>
                )}
                {row.isApart ? null : (
                  <span className="block whitespace-nowrap text-muted text-xs">{t('liftUnsure')}</span>
                )}
              </>
            ),
        },
        {
          key: 'time',
          header: t('column.time'),
          className: 'w-28',
          numeric: true,
          cell: (row) => (row.timed > 0 ? <Duration seconds={row.seconds} /> : null),
        },
        {
          key: 'charges',
          header: t('column.charges', { currency: currency.currency }),
          className: 'w-32',
          numeric: true,
          cell: (row) =>
            row.examined === 0 ? null : (
              <>
                <Money
                  minor={row.extraChargesMinor}
                  currency={currency.currency}
                  exponent={currency.minorDigits}
                  showCurrency={false}
                />
                {row.openCharges > 0 ? (
                  <span className="block whitespace-nowrap text-muted text-xs">
                    {t('openCharges', { count: row.openCharges })}
                  </span>
                ) : null}
              </>
            ),
        },
      ]}
    />
  );
}

/** Why a figure is wanting, in its place. */
function Wanting({ text }: { text: string }) {
  return <span className="text-muted text-xs">{text}</span>;
}
