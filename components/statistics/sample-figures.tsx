import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count, Percent } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { RandomSample } from '@/lib/statistics/random-sample';
import { CHARGED_MIN, EXAMINED_MIN, FINDINGS_MIN } from '@/lib/statistics/sample-estimate';
import { SampleParts } from './sample-parts';
import { useEstimate } from './use-estimate';

type SampleFiguresProps = { sample: RandomSample; currency: PolicyCurrency; download: ReactNode };

/** What the random sample says of all it was drawn from: in a sentence, in figures, and by part. */
export function SampleFigures({ sample, currency, download }: SampleFiguresProps) {
  const t = useTranslations('sample');
  const locale = useLocale();
  const amount = useEstimate(currency);
  const { all, apart } = sample;
  const apartIn = (key: 'consignments' | 'examined' | 'findings') => apart.reduce((sum, one) => sum + one[key], 0);
  const { rate, revenueMinor: revenue } = all;
  const count = (value: number) => formatDecimal(locale, value, 0);
  const percent = (ratio: number) => formatPercent(locale, ratio);
  const atMost = (text: string) => t('parts.atMost', { high: text });
  const sentence = rate
    ? all.isCeiling
      ? t('ceiling', {
          size: count(all.size),
          high: percent(rate.high),
          findings: all.findings,
          examined: count(all.examined),
        })
      : t('sentence', {
          size: count(all.size),
          rate: percent(rate.value),
          low: percent(rate.low),
          high: percent(rate.high),
          revenue: revenue ? amount(revenue.value) : 'none',
          revenueLow: amount(revenue?.low ?? 0),
          revenueHigh: amount(revenue?.high ?? 0),
          currency: currency.currency,
        })
    : t('tooSmall', {
        examined: all.examined,
        findings: all.findings,
        drawn: count(all.drawn),
        size: count(all.size),
      });
  const few = <span className="font-normal text-base text-muted tracking-normal">{t('stat.tooFew')}</span>;
  return (
    <>
      <Panel title={sentence} actions={download}>
        <StatRow>
          <Stat label={t('stat.size')} value={<Count value={all.size} />} />
          <Stat
            label={t('stat.examined')}
            value={<Count value={all.examined} />}
            hint={t('stat.examinedHint', { drawn: count(all.drawn) })}
          />
          <Stat
            label={t('stat.rate')}
            value={rate ? all.isCeiling ? atMost(percent(rate.high)) : <Percent ratio={rate.value} /> : few}
            hint={
              rate && !all.isCeiling
                ? t('parts.interval', { low: percent(rate.low), high: percent(rate.high) })
                : undefined
            }
          />
          <Stat
            label={t('stat.count')}
            value={
              rate ? (
                all.isCeiling ? (
                  atMost(count(Math.round(rate.high * all.size)))
                ) : (
                  <Count value={Math.round(rate.value * all.size)} />
                )
              ) : (
                few
              )
            }
            unit={rate ? t('stat.countUnit') : undefined}
            hint={
              rate && !all.isCeiling
                ? t('parts.interval', {
                    low: count(Math.round(rate.low * all.size)),
                    high: count(Math.round(rate.high * all.size)),
                  })
                : undefined
            }
          />
          <Stat
            label={t('stat.revenue')}
            value={revenue ? <span translate="no">{amount(revenue.value)}</span> : few}
            unit={revenue ? <span translate="no">{currency.currency}</span> : undefined}
            hint={revenue ? t('parts.interval', { low: amount(revenue.low), high: amount(revenue.high) }) : undefined}
          />
        </StatRow>
        <ul className="flex flex-col gap-1 pt-3 text-muted text-sm">
          {revenue ? null : <li>{t('noRevenue', { charged: all.charged, least: CHARGED_MIN })}</li>}
          {all.open > 0 ? <li>{t('open', { count: all.open })}</li> : null}
          {apart.length === 0 ? null : (
            <li>
              {t('apart', {
                consignments: count(apartIn('consignments')),
                reasons: apart
                  .map(({ reason, consignments }) => t(`apartBy.${reason}`, { count: count(consignments) }))
                  .join(', '),
                examined: count(apartIn('examined')),
                findings: count(apartIn('findings')),
              })}
            </li>
          )}
        </ul>
      </Panel>
      {all.drawn > all.examined ? (
        <Callout tone="warning" title={t('missing', { count: all.drawn - all.examined })} />
      ) : null}
      <SampleParts rows={sample.rows} currency={currency} />
      <p className="text-muted text-xs">
        {t('note', { examined: EXAMINED_MIN, findings: FINDINGS_MIN, charged: CHARGED_MIN })}
      </p>
    </>
  );
}
