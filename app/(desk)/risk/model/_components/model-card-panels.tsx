import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { formatInstant, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { ModelView } from '@/db/queries/model/list-models';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import type { AreaFigure } from '@/lib/risk/model/card';
import { actsOn, type ModelAct } from '@/lib/risk/model/life-cycle';
import { CalibrationFigure } from './calibration-figure';
import { ImportancePanel, LimitsPanel, TopsPanel } from './card-figures';
import { ModelActs } from './model-acts';
import { MODEL_TONES } from './versions-panel';

/** What each act asks of a person. */
const NEEDS = {
  shadow: 'model.train',
  retire: 'model.train',
  promote: 'model.decide',
  roll_back: 'model.decide',
} as const;

/** One version in words: what it learnt from, how it did on later results, what weighs in it and where its limits are. */
export function ModelCardPanels({ model, actor }: { model: ModelView; actor: Actor }) {
  const t = useTranslations('model');
  const locale = useLocale();
  const { card, standing, version } = model;
  const { trained, calibratedOn, holdOut, challenger, critical } = card;
  const isOwn = model.trainedBy === actor.id;
  const may = (act: ModelAct) => can(actor, NEEDS[act]) && !(act === 'promote' && isOwn);
  const acts = actsOn(standing.state).filter(may);
  const day = (of: string) => (of === '' ? '' : formatInstant(locale, new Date(`${of}T00:00:00Z`), 'date'));
  const percent = (ratio: number) => formatPercent(locale, ratio, 0);
  const interval = ({ area, low, high }: AreaFigure) => ({
    area: percent(area),
    low: percent(low),
    high: percent(high),
  });
  const criticalText = () => {
    if (!critical) return t('card.criticalNone');
    return critical.auc
      ? t('card.critical', { ...interval(critical.auc), findings: critical.findings })
      : t('card.criticalUnknown');
  };
  return (
    <>
      <Panel
        title={
          <span className="inline-flex flex-wrap items-center gap-2">
            {t('card.title', { version })}
            <Badge tone={MODEL_TONES[standing.state]}>{t(`state.${standing.state}`)}</Badge>
          </span>
        }
        description={`${t(`stateText.${standing.state}`)} ${t(`objectiveText.${card.objective}`)}`}
        actions={<ModelActs acts={acts} version={version} rowVersion={standing.rowVersion} />}
      >
        {isOwn && standing.state === 'shadow' ? <p className="mb-3 text-muted text-sm">{t('act.ownText')}</p> : null}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 lg:grid-cols-2">
          <DescriptionList
            items={[
              {
                term: t('card.learnt'),
                value: t('card.learntText', { ...trained, first: day(trained.firstDay), last: day(trained.lastDay) }),
              },
              {
                term: t('card.calibrated'),
                value: t(calibratedOn.isWeighted ? 'card.calibratedWeighted' : 'card.calibratedPlain', {
                  results: calibratedOn.results,
                  random: calibratedOn.random,
                  crossed: calibratedOn.isCrossed ? 'yes' : 'no',
                }),
              },
              {
                term: t('card.measured'),
                value: t('card.measuredText', {
                  results: holdOut.results,
                  findings: holdOut.findings,
                  first: day(holdOut.firstDay),
                  last: day(holdOut.lastDay),
                }),
              },
              {
                term: t('card.auc'),
                value: holdOut.auc
                  ? challenger?.auc
                    ? t('card.aucText', {
                        ...interval(holdOut.auc),
                        kind: t(`kind.${challenger.kind}`).toLowerCase(),
                        other: percent(challenger.auc.area),
                      })
                    : t('card.aucAlone', interval(holdOut.auc))
                  : null,
              },
            ]}
          />
          <DescriptionList
            items={[
              { term: t('card.criticalTerm'), value: criticalText() },
              { term: t('card.sample'), value: t('card.sampleText', { sampled: card.sampled }) },
              {
                term: t('card.by'),
                value: (
                  <>
                    <bdi translate="no">{model.trainedByName}</bdi>, <DateTime at={model.trainedAt} />
                  </>
                ),
              },
              {
                term: t('card.changed'),
                value: (
                  <>
                    <bdi translate="no">{standing.changedByName}</bdi>, <DateTime at={standing.changedAt} />
                  </>
                ),
                hint: standing.reason ? <bdi translate="no">{standing.reason}</bdi> : undefined,
              },
              {
                term: t('card.hash'),
                value: (
                  <code className="break-all font-mono text-xs" translate="no">
                    {model.artefactSha256}
                  </code>
                ),
                hint: t('card.seed', { seed: trained.seed }),
              },
            ]}
          />
        </div>
      </Panel>
      <TopsPanel holdOut={holdOut} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
        <ImportancePanel importance={card.importance} />
        <div className="flex min-w-0 flex-col gap-4">
          <CalibrationFigure holdOut={holdOut} />
          <LimitsPanel results={trained.results} lastDay={day(holdOut.lastDay)} isOfTraffic={calibratedOn.isWeighted} />
        </div>
      </div>
    </>
  );
}
