import { useLocale, useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { formatInstant } from '@/components/ui/format';
import { LiveRefresh } from '@/components/ui/live-refresh';
import { Panel } from '@/components/ui/panel';
import { Progress } from '@/components/ui/progress';
import type { ModelView, TrainingView } from '@/db/queries/model/list-models';
import { RESULTS_MIN, type ResultCounts, resultsWanting, stageOf } from '@/lib/risk/model/ladder';
import { CancelTraining } from './train-form';

type LadderPanelProps = {
  counts: ResultCounts;
  models: readonly ModelView[];
  open: TrainingView | null;
  mayTrain: boolean;
};

const REFRESH_MS = 3_000;

/** On which rung the model stands, and how far the training is that goes on. */
export function LadderPanel({ counts, models, open, mayTrain }: LadderPanelProps) {
  const t = useTranslations('model');
  const locale = useLocale();
  const inState = (state: string) => models.find(({ standing }) => standing.state === state)?.version;
  const [active, shadow] = [inState('active'), inState('shadow')];
  const results = counts.findings + counts.conform;
  const wanting = resultsWanting(counts);
  const rung =
    active !== undefined
      ? t('ladder.active', { results, findings: counts.findings, version: active })
      : shadow !== undefined
        ? t('ladder.shadow', { results, findings: counts.findings, version: shadow })
        : stageOf(counts, false) === 'collecting'
          ? t('ladder.collecting', {
              results,
              least: RESULTS_MIN,
              findings: wanting.findings,
              conform: wanting.conform,
              wanting: wanting.results,
            })
          : t('ladder.ready', { results, findings: counts.findings });
  return (
    <>
      <Callout tone={active === undefined ? 'info' : 'success'} title={t('ladder.title')}>
        <p>{rung}</p>
      </Callout>
      {open ? (
        <Panel>
          <LiveRefresh everyMs={REFRESH_MS} />
          <div className="flex flex-wrap items-end gap-4">
            <div className="min-w-0 flex-1 basis-64">
              <Progress
                label={t(open.phase === null ? 'train.queued' : `train.${open.phase}`)}
                value={open.done}
                max={open.total}
                text={
                  open.phase === null ? undefined : t(`train.${open.phase}Text`, { done: open.done, total: open.total })
                }
              />
              <p className="mt-1 text-muted text-xs">
                {t('train.by', {
                  name: open.requestedByName,
                  at: formatInstant(locale, open.requestedAt, 'datetime'),
                })}
              </p>
            </div>
            {mayTrain ? <CancelTraining runId={open.id} /> : null}
          </div>
        </Panel>
      ) : null}
    </>
  );
}
