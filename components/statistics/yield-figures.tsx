import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Count, Duration, Percent } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import type { Yields } from '@/db/queries/statistics/get-yields';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { isCeiling } from '@/lib/statistics/sample-estimate';
import { idleOf, summaryOf, type YieldKey } from '@/lib/statistics/yields';
import { OutcomeBars } from './outcome-bars';
import { DeadPanel, OverlapPanel } from './rule-panels';
import { useSourceName } from './use-source-name';
import { YieldTable } from './yield-table';

type YieldFiguresProps = {
  yields: Yields;
  currency: PolicyCurrency;
  hrefOf: (source: YieldKey) => string | null;
  downloads: { yields: ReactNode; overlaps: ReactNode };
};

/** What selection found: in a sentence, by source with bars, by outcome, and which rules overlap or do nothing. */
export function YieldFigures({ yields, currency, hrefOf, downloads }: YieldFiguresProps) {
  const t = useTranslations('yields');
  const locale = useLocale();
  const nameOf = useSourceName(yields.profiles);
  const { rows, total, random } = yields;
  const { all, lift, isApart } = summaryOf(total, rows, random);
  const count = (value: number) => formatDecimal(locale, value, 0);
  const percent = (ratio: number) => formatPercent(locale, ratio);
  const isFew = random !== null && isCeiling(random);
  const reasons = rows.filter(({ kind }) => kind === 'reason' || kind === 'choice');
  const idle = idleOf(rows);
  const { conform, unexamined, not_done, not_found } = all.outcomes;
  return (
    <>
      <Panel
        title={t('short')}
        description={t('summary', {
          selected: count(all.selected),
          examined: count(all.examined),
          findings: count(all.findings),
          rate: percent(all.hitRate?.rate ?? 0),
          lift: lift === null ? 'none' : formatDecimal(locale, (lift.value ?? lift.low).toFixed(1)),
          least: lift?.value === null ? 'yes' : 'no',
          apart: isApart ? 'yes' : 'no',
        })}
        actions={downloads.yields}
      >
        <StatRow columns={6}>
          <Stat label={t('stat.selected')} value={<Count value={all.selected} />} />
          <Stat
            label={t('stat.examined')}
            value={<Count value={all.examined} />}
            hint={t('stat.examinedHint', { share: percent(all.examined / Math.max(1, all.selected)) })}
          />
          <Stat
            label={t('stat.findings')}
            value={<Count value={all.findings} />}
            hint={all.hitRate ? percent(all.hitRate.rate) : undefined}
          />
          <Stat
            label={t('stat.random')}
            value={random ? isFew ? t('atMost', { high: percent(random.high) }) : <Percent ratio={random.rate} /> : '–'}
            hint={
              random
                ? isFew
                  ? t('stat.randomFew', { findings: random.hits, examined: count(random.of) })
                  : `${percent(random.low)} – ${percent(random.high)}`
                : t('stat.randomNone')
            }
          />
          <Stat
            label={t('stat.time')}
            value={all.timed > 0 ? <Duration seconds={all.seconds / all.timed} /> : '–'}
            hint={t('stat.timeHint', { count: count(all.timed) })}
          />
          <Stat
            label={t('stat.charges')}
            value={
              <Money
                minor={all.extraChargesMinor}
                currency={currency.currency}
                exponent={currency.minorDigits}
                showCurrency={false}
              />
            }
            unit={<span translate="no">{currency.currency}</span>}
            hint={t('stat.chargesHint', { count: all.openCharges })}
          />
        </StatRow>
        <p className="pt-3 text-muted text-xs">
          {random ? `${t(isFew ? 'randomTickFew' : 'randomTick')} ` : null}
          {t('note')}
        </p>
      </Panel>
      {(['reason', 'model', 'profile', 'shadow', 'indicator'] as const).map((kind) => {
        const own = kind === 'reason' ? reasons : rows.filter((row) => row.kind === kind);
        return own.length === 0 ? null : (
          <Panel key={kind} title={t(`kind.${kind}`)} description={t(`about.${kind}`)} flush>
            <YieldTable
              caption={t('tableOf', { title: t(`kind.${kind}`) })}
              rows={own}
              random={random}
              currency={currency}
              nameOf={nameOf}
              hrefOf={hrefOf}
            />
          </Panel>
        );
      })}
      <Panel
        title={t('became.title')}
        description={t('became.summary', {
          conform: count(conform),
          unexamined: count(unexamined),
          notDone: count(not_done),
          notFound: count(not_found),
        })}
        flush
      >
        <OutcomeBars
          caption={t('became.caption')}
          rows={rows.filter(({ kind }) => kind === 'reason' || kind === 'profile')}
          nameOf={nameOf}
        />
      </Panel>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <OverlapPanel overlaps={yields.overlaps} nameOf={nameOf} actions={downloads.overlaps} />
        <DeadPanel dead={yields.dead} idle={idle} nameOf={nameOf} />
      </div>
    </>
  );
}
