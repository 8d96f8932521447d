import { useLocale, useTranslations } from 'next-intl';
import { IntervalBar } from '@/components/statistics/interval-bar';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { formatDecimal, formatInstant, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count, Percent } from '@/components/ui/quantity';
import type { ModelView } from '@/db/queries/model/list-models';
import type { ModelTrial } from '@/db/queries/model/try-models';
import type { Rate } from '@/lib/kernel/wilson';
import type { PromotionAdvice } from '@/lib/risk/model/ladder';
import { MODEL_TONES } from './versions-panel';

/** The versions in force and in shadow on the same new results: what a promotion rests on. */
export function TrialPanel({ trial, models }: { trial: ModelTrial; models: readonly ModelView[] }) {
  const t = useTranslations('model');
  const locale = useLocale();
  const percent = (ratio: number, digits = 0) => formatPercent(locale, ratio, digits);
  const rate = (of: Rate | null) => (of ? percent(of.rate) : t('trial.nothing'));
  const stateOf = (version: number) => models.find((model) => model.version === version)?.standing.state ?? 'retired';
  const [first, second] = trial.versions;
  const results = first?.trial.results ?? 0;
  if (!first || results === 0 || trial.firstDay === null)
    return (
      <Panel title={t('trial.title')} description={t('trial.none')}>
        {null}
      </Panel>
    );
  const summary = second
    ? t('trial.summaryTwo', {
        results,
        first: first.version,
        firstTop: rate(first.trial.top),
        second: second.version,
        secondTop: rate(second.trial.top),
        random: rate(first.trial.random),
      })
    : t('trial.summaryOne', {
        version: first.version,
        results,
        top: rate(first.trial.top),
        random: rate(first.trial.random),
      });
  const shadow = trial.versions.find(({ version }) => stateOf(version) === 'shadow');
  const bar = (of: Rate | null) =>
    of ? (
      <IntervalBar rate={of} text={`${percent(of.rate)} (${percent(of.low)} – ${percent(of.high)})`} />
    ) : (
      t('trial.nothing')
    );
  return (
    <Panel title={t('trial.title')} description={summary} flush>
      {shadow ? <Advice version={shadow.version} advice={shadow.trial.advice} ahead={trial.ahead} /> : null}
      <DataTable
        caption={t('trial.caption')}
        captionHidden
        rows={trial.versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            key: 'version',
            header: t('trial.version'),
            rowHeader: true,
            cell: ({ version }) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {t('card.title', { version })}
                <Badge tone={MODEL_TONES[stateOf(version)]}>{t(`state.${stateOf(version)}`)}</Badge>
              </span>
            ),
          },
          {
            key: 'results',
            header: t('trial.results'),
            numeric: true,
            cell: (row) => <Count value={row.trial.results} />,
          },
          {
            key: 'findings',
            header: t('trial.findings'),
            numeric: true,
            cell: (row) => <Count value={row.trial.findings} />,
          },
          {
            key: 'auc',
            header: t('trial.auc'),
            cell: ({ trial: { auc } }) =>
              auc ? `${percent(auc.area)} (${percent(auc.low)} – ${percent(auc.high)})` : t('trial.nothing'),
          },
          { key: 'top', header: t('trial.top'), cell: (row) => bar(row.trial.top) },
          { key: 'random', header: t('trial.random'), cell: (row) => bar(row.trial.random) },
          {
            key: 'chance',
            header: t('trial.chance'),
            numeric: true,
            cell: ({ trial: { meanChance } }) => (meanChance === null ? null : <Percent ratio={meanChance} />),
          },
        ]}
      />
      <p className="px-4 py-2 text-muted text-xs">
        {t('trial.note', { day: formatInstant(locale, new Date(`${trial.firstDay}T00:00:00Z`), 'date') })}
      </p>
    </Panel>
  );
}

type AdviceProps = { version: number; advice: PromotionAdvice; ahead: ModelTrial['ahead'] };

/** Whether the version in shadow should be promoted: against a random draw, and against the version that would give way to it. */
function Advice({ version, advice, ahead }: AdviceProps) {
  const t = useTranslations('model.trial');
  const locale = useLocale();
  const isWorse = ahead !== null && ahead.high < 0;
  const isAdvised = advice.isAdvised && !isWorse;
  const points = (difference: number) => formatDecimal(locale, 100 * difference, 1);
  return (
    <Callout className="m-4" tone={isAdvised ? 'success' : 'warning'}>
      <p>{t(isAdvised ? 'advised' : isWorse ? 'worse' : 'notAdvised', { version })}</p>
      {ahead ? (
        <p className="mt-1">
          {t(isWorse ? 'aheadWorse' : ahead.low > 0 ? 'aheadBetter' : 'aheadUnsure', {
            version,
            active: ahead.active,
            points: points(ahead.difference),
            low: points(ahead.low),
            high: points(ahead.high),
          })}
        </p>
      ) : null}
    </Callout>
  );
}
