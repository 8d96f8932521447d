import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Count, Percent } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { TextLink } from '@/components/ui/text-link';
import type { SelectionReason } from '@/lib/consignment/codes';
import type { Rate } from '@/lib/kernel/wilson';
import type { Effectiveness } from '@/lib/statistics/effectiveness';
import { STATISTICS_CURRENCY } from '@/lib/statistics/measures';
import { IntervalBar } from './interval-bar';

type EffectivenessFigureProps = {
  effectiveness: Effectiveness;
  /** The list of findings of a reason. */
  hrefOf: (reason: SelectionReason) => string;
};

/** What examinations find where risk selected, against what they find in the random sample. */
export function EffectivenessFigure({ effectiveness, hrefOf }: EffectivenessFigureProps) {
  const t = useTranslations('statistics.effectiveness');
  const tReason = useTranslations('statistics.member.reason');
  const locale = useLocale();
  const { examined, consignments, examinationRate, risk, random, drawn, lift, isApart, reasons } = effectiveness;
  const percent = (ratio: number) => formatPercent(locale, ratio);
  const interval = (rate: Rate) => t('interval', { low: percent(rate.low), high: percent(rate.high) });
  const count = (value: number) => formatDecimal(locale, value, 0);
  const summary =
    examined === 0 || examinationRate === null
      ? t('none')
      : lift !== null && risk && random
        ? t('summary', {
            risk: percent(risk.rate),
            random: percent(random.rate),
            lift: formatDecimal(locale, lift.toFixed(1)),
            apart: isApart ? 'yes' : 'no',
          })
        : t('summaryNoLift', { risk: percent(risk?.rate ?? 0), sample: random?.of ?? 0 });
  if (examined === 0 || examinationRate === null)
    return (
      <Panel title={t('title')} description={summary}>
        {null}
      </Panel>
    );
  return (
    <Panel title={t('title')} description={summary} flush>
      <StatRow className="m-4">
        <Stat
          label={t('rate')}
          value={<Percent ratio={examinationRate} />}
          hint={t('rateHint', { examined: count(examined), consignments: count(consignments) })}
        />
        {risk ? <Stat label={t('risk')} value={<Percent ratio={risk.rate} />} hint={interval(risk)} /> : null}
        {random ? <Stat label={t('random')} value={<Percent ratio={random.rate} />} hint={interval(random)} /> : null}
        {lift === null ? null : (
          <Stat label={t('lift')} value={t('times', { value: formatDecimal(locale, lift.toFixed(1)) })} />
        )}
      </StatRow>
      <DataTable
        caption={t('caption')}
        captionHidden
        isDense
        columns={[
          {
            key: 'reason',
            header: t('reason'),
            rowHeader: true,
            cell: (row) => <TextLink href={hrefOf(row.reason)}>{tReason(row.reason)}</TextLink>,
          },
          { key: 'examined', header: t('examined'), numeric: true, cell: (row) => <Count value={row.examined} /> },
          { key: 'findings', header: t('findings'), numeric: true, cell: (row) => <Count value={row.findings} /> },
          {
            key: 'rate',
            header: t('hitRate'),
            numeric: true,
            cell: (row) => (row.hitRate ? <Percent ratio={row.hitRate.rate} /> : null),
          },
          {
            key: 'range',
            header: t('range'),
            cell: (row) =>
              row.hitRate ? (
                <IntervalBar rate={row.hitRate} text={`${percent(row.hitRate.low)} – ${percent(row.hitRate.high)}`} />
              ) : null,
          },
          {
            key: 'extra',
            header: t('extra'),
            numeric: true,
            cell: (row) => <Money minor={row.extraChargesMinor} currency={STATISTICS_CURRENCY} showCurrency={false} />,
          },
        ]}
        rows={reasons}
        rowKey={(row) => row.reason}
      />
      <p className="px-4 py-2 text-muted text-xs">
        {t('note')}{' '}
        {random && random.of < drawn ? t('drawn', { examined: count(random.of), drawn: count(drawn) }) : null}{' '}
        {effectiveness.noCapacity > 0 ? t('noCapacity', { count: effectiveness.noCapacity }) : null}
      </p>
    </Panel>
  );
}
