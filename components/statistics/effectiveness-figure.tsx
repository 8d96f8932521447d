import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import { ButtonLink } from '@/components/ui/button-link';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Count, Percent } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { TextLink } from '@/components/ui/text-link';
import type { SelectionReason } from '@/lib/consignment/codes';
import { moneyText } from '@/lib/kernel/money';
import type { Rate } from '@/lib/kernel/wilson';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { Effectiveness, ReasonYield } from '@/lib/statistics/effectiveness';
import { isCeiling } from '@/lib/statistics/sample-estimate';
import { IntervalBar } from './interval-bar';

type EffectivenessFigureProps = {
  effectiveness: Effectiveness;
  /** Where the figures are defined. */
  definition: ReactNode;
  currency: PolicyCurrency;
  /** The list of findings of a reason. */
  hrefOf: (reason: SelectionReason) => string;
  /** The same figures as a file; left out for those who may take none. */
  exportHref?: string;
};

/** What examinations find where risk selected, against what they find in the random sample. */
export function EffectivenessFigure({
  effectiveness,
  definition,
  currency,
  hrefOf,
  exportHref,
}: EffectivenessFigureProps) {
  const t = useTranslations('statistics.effectiveness');
  const tExport = useTranslations('statistics.export');
  const tReason = useTranslations('statistics.member.reason');
  const locale = useLocale();
  const { examined, consignments, examinationRate, risk, random, drawn, drawnExamined, lift, isApart, reasons } =
    effectiveness;
  const percent = (ratio: number) => formatPercent(locale, ratio);
  const interval = (rate: Rate) => t('interval', { low: percent(rate.low), high: percent(rate.high) });
  const count = (value: number) => formatDecimal(locale, value, 0);
  const isFew = random !== null && isCeiling(random);
  const times = (value: number) => formatDecimal(locale, value.toFixed(1));
  const found =
    examined === 0 || examinationRate === null
      ? t('none')
      : lift !== null && risk && random
        ? t('summary', {
            risk: percent(risk.rate),
            random: percent(isFew ? random.high : random.rate),
            lift: times(lift.value ?? lift.low),
            few: isFew ? 'yes' : 'no',
            apart: isApart ? 'yes' : 'no',
          })
        : t('summaryNoLift', { risk: percent(risk?.rate ?? 0), sample: drawnExamined });
  if (examined === 0 || examinationRate === null)
    return (
      <Panel title={t('title')} description={found}>
        {null}
      </Panel>
    );
  const actions = exportHref ? (
    <ButtonLink
      size="sm"
      variant="ghost"
      download
      href={exportHref}
      icon={<Download className="size-4" aria-hidden="true" />}
    >
      <span aria-hidden="true">{tExport('effectiveness')}</span>
      <span className="sr-only">{tExport('label', { what: t('title') })}</span>
    </ButtonLink>
  ) : null;
  const { extraChargesMinor, extraChargesOpen } = effectiveness;
  const extra = t('summaryExtra', {
    sign: extraChargesMinor === 0n ? 'none' : extraChargesMinor < 0n ? 'less' : 'more',
    sum: formatDecimal(
      locale,
      moneyText(extraChargesMinor < 0n ? -extraChargesMinor : extraChargesMinor, currency.minorDigits),
      currency.minorDigits,
    ),
    currency: currency.currency,
    open: extraChargesOpen,
  });
  return (
    <Panel title={t('title')} description={`${found} ${extra}`} actions={actions} flush>
      <StatRow className="m-4" columns={4}>
        <Stat
          label={t('rate')}
          value={<Percent ratio={examinationRate} />}
          hint={t('rateHint', { examined: count(examined), consignments: count(consignments) })}
        />
        {risk ? <Stat label={t('risk')} value={<Percent ratio={risk.rate} />} hint={interval(risk)} /> : null}
        {random ? (
          <Stat
            label={t('random')}
            value={isFew ? t('atMost', { high: percent(random.high) }) : <Percent ratio={random.rate} />}
            hint={isFew ? t('randomFew', { findings: random.hits, examined: count(random.of) }) : interval(random)}
          />
        ) : null}
        {lift === null ? null : (
          <Stat
            label={t('lift')}
            value={
              lift.value === null ? t('timesFrom', { low: times(lift.low) }) : t('times', { value: times(lift.value) })
            }
            hint={
              lift.value === null
                ? undefined
                : lift.high === null
                  ? t('liftFrom', { low: times(lift.low) })
                  : t('interval', { low: times(lift.low), high: times(lift.high) })
            }
          />
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
            header: t('extra', { currency: currency.currency }),
            numeric: true,
            cell: (row) => <ExtraCharges row={row} currency={currency} />,
          },
        ]}
        rows={reasons}
        rowKey={(row) => row.reason}
      />
      <p className="px-4 py-2 text-muted text-xs">
        {t('note')} {drawnExamined < drawn ? t('drawn', { examined: count(drawnExamined), drawn: count(drawn) }) : null}{' '}
        {effectiveness.noCapacity > 0 ? t('noCapacity', { count: effectiveness.noCapacity }) : null} {definition}
      </p>
    </Panel>
  );
}

/** What is known of the extra charges, and how many consignments are not in it. */
function ExtraCharges({ row, currency }: { row: ReasonYield; currency: PolicyCurrency }) {
  const t = useTranslations('statistics.effectiveness');
  const { extraChargesMinor, extraChargesOpen } = row;
  return (
    <>
      <Money
        minor={extraChargesMinor}
        currency={currency.currency}
        exponent={currency.minorDigits}
        showCurrency={false}
      />
      {extraChargesOpen > 0 ? (
        <span className="block whitespace-nowrap text-warning text-xs">
          {t('extraOpen', { open: extraChargesOpen })}
        </span>
      ) : null}
    </>
  );
}
