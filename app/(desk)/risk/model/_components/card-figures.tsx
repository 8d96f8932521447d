import { useLocale, useTranslations } from 'next-intl';
import { ShareBars } from '@/components/charts/share-bars';
import { IntervalBar } from '@/components/statistics/interval-bar';
import { DataTable } from '@/components/table/data-table';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Percent } from '@/components/ui/quantity';
import type { ModelView } from '@/db/queries/model/list-models';
import type { Rate } from '@/lib/kernel/wilson';
import type { HoldOut } from '@/lib/risk/model/card';
import { pointsOf } from '@/lib/risk/model/log-odds';
import { isCeiling, liftOverSample, type SampleLift } from '@/lib/statistics/sample-estimate';

type Line = {
  key: string;
  label: string;
  rate: Rate | null;
  lift: SampleLift | null;
  recall: number | null;
  stake: number | null;
};

const RANDOM = 'random';

/** What the highest ranked shares of the later results would have found, against the random sample. */
export function TopsPanel({ holdOut }: { holdOut: HoldOut }) {
  const t = useTranslations('model.tops');
  const locale = useLocale();
  const percent = (ratio: number) => formatPercent(locale, ratio, 0);
  const tops = holdOut.tops.filter(({ precision }) => precision !== null);
  const tenth = tops.find(({ share }) => share === 0.1) ?? tops[0];
  const lines: Line[] = [
    ...tops.map(({ share, precision, recall, stakeRecall }) => ({
      key: String(share),
      label: percent(share),
      rate: precision,
      lift: liftOverSample(precision, holdOut.random),
      recall,
      stake: stakeRecall,
    })),
    { key: RANDOM, label: t('random'), rate: holdOut.random, lift: null, recall: null, stake: null },
  ];
  const times = (ratio: number) => formatDecimal(locale, ratio, 1);
  const values = { share: percent(tenth?.share ?? 0), rate: percent(tenth?.precision?.rate ?? 0) };
  const summary = () => {
    const { random } = holdOut;
    if (!tenth) return t('summaryNone');
    if (!random) return t('summaryAlone', values);
    return isCeiling(random)
      ? t('summaryFew', { ...values, random: percent(random.high) })
      : t('summary', { ...values, random: percent(random.rate) });
  };
  return (
    <Panel title={t('title')} description={summary()} flush>
      <DataTable
        caption={t('caption')}
        captionHidden
        isDense
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: 'share', header: t('share'), rowHeader: true, cell: ({ label }) => label },
          {
            key: 'precision',
            header: t('precision'),
            numeric: true,
            cell: ({ rate }) => (rate ? `${rate.hits} / ${rate.of}` : <Wanting text={t('noRandom')} />),
          },
          {
            key: 'range',
            header: t('range'),
            cell: ({ rate }) =>
              rate ? <IntervalBar rate={rate} text={`${percent(rate.low)} – ${percent(rate.high)}`} /> : null,
          },
          {
            key: 'lift',
            header: t('lift'),
            numeric: true,
            cell: ({ key, lift }) =>
              key === RANDOM ? (
                <Wanting text={t('measure')} />
              ) : lift === null ? (
                <Wanting text={t(holdOut.random ? 'nothingInRandom' : 'noRandom')} />
              ) : lift.value === null ? (
                <span className="whitespace-nowrap">{t('timesFrom', { low: times(lift.low) })}</span>
              ) : (
                <>
                  <span className="whitespace-nowrap">{t('times', { value: times(lift.value) })}</span>
                  <span className="block whitespace-nowrap text-muted text-xs">
                    {t(lift.high === null ? 'liftFrom' : 'liftRange', {
                      low: times(lift.low),
                      high: times(lift.high ?? 0),
                    })}
                  </span>
                </>
              ),
          },
          {
            key: 'recall',
            header: t('recall'),
            numeric: true,
            cell: ({ recall }) => (recall === null ? null : <Percent ratio={recall} digits={0} />),
          },
          {
            key: 'stake',
            header: t('stake'),
            numeric: true,
            cell: ({ stake }) => (stake === null ? null : <Percent ratio={stake} digits={0} />),
          },
        ]}
      />
      <p className="px-4 py-2 text-muted text-xs">{t('note')}</p>
    </Panel>
  );
}

/** Why a figure is wanting, in its place. */
function Wanting({ text }: { text: string }) {
  return <span className="whitespace-nowrap text-muted text-xs">{text}</span>;
}

/** How much each reason moves a score on average. */
export function ImportancePanel({ importance }: { importance: ModelView['card']['importance'] }) {
  const t = useTranslations('model');
  const locale = useLocale();
  const total = importance.reduce((sum, { meanLogOdds }) => sum + meanLogOdds, 0) || 1;
  return (
    <Panel title={t('importance.title')} description={t('importance.text')} flush>
      <ShareBars
        caption={t('importance.caption')}
        columns={{ label: t('importance.reason'), value: t('importance.points'), share: t('importance.share') }}
        rows={importance.map(({ reason, meanLogOdds }) => ({
          key: reason,
          label: t(`reason.${reason as 'value'}.name`),
          value: formatDecimal(locale, pointsOf(meanLogOdds), 1),
          share: meanLogOdds / total,
        }))}
      />
    </Panel>
  );
}

/** `isOfTraffic`: the chance was calibrated to stand for all traffic. */
type LimitsPanelProps = { results: number; lastDay: string; isOfTraffic: boolean };

/** What nobody should take the model for. */
export function LimitsPanel({ results, lastDay, isOfTraffic }: LimitsPanelProps) {
  const t = useTranslations('model.limits');
  return (
    <Panel title={t('title')}>
      <ul className="flex list-disc flex-col gap-1.5 pl-4 text-sm">
        <li>{t('ranks')}</li>
        <li>{t('selected')}</li>
        {isOfTraffic ? <li>{t('traffic')}</li> : null}
        <li>{t('past', { day: lastDay })}</li>
        <li>{t('profiles')}</li>
        <li>{t('few', { results })}</li>
      </ul>
    </Panel>
  );
}
