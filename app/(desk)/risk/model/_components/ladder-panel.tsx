import { useLocale, useTranslations } from 'next-intl';
import { useRungText } from '@/components/model/use-rung-text';
import { Callout } from '@/components/ui/callout';
import { formatInstant } from '@/components/ui/format';
import { LiveRefresh } from '@/components/ui/live-refresh';
import { Panel } from '@/components/ui/panel';
import { Progress } from '@/components/ui/progress';
import type { Ladder } from '@/db/queries/model/get-ladder';
import type { TrainingView } from '@/db/queries/model/list-models';
import { RESULTS_MIN, RESULTS_OF_EACH_MIN, type ResultCounts, stageOf } from '@/lib/risk/model/ladder';
import { CancelTraining } from './train-form';

type LadderPanelProps = { ladder: Ladder; open: TrainingView | null; mayTrain: boolean };

const REFRESH_MS = 3_000;

/** On which rung the model stands, and how far the training is that goes on. */
export function LadderPanel({ ladder, open, mayTrain }: LadderPanelProps) {
  const t = useTranslations('model');
  const locale = useLocale();
  const rungText = useRungText();
  const { counts, active, shadow } = ladder;
  const isCollecting = active === null && shadow === null && stageOf(counts, false) === 'collecting';
  return (
    <>
      <Callout tone={active === null ? 'info' : 'success'} title={t('ladder.title')}>
        <p>{rungText(ladder)}</p>
        {isCollecting ? <Collected counts={counts} /> : null}
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

/** What a first model needs, and how much of each is there. */
function Collected({ counts: { findings, conform } }: { counts: ResultCounts }) {
  const t = useTranslations('model.ladder');
  const parts = [
    ['results', findings + conform, RESULTS_MIN],
    ['findings', findings, RESULTS_OF_EACH_MIN],
    ['conform', conform, RESULTS_OF_EACH_MIN],
  ] as const;
  return (
    <div className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-3">
      {parts.map(([part, have, least]) => (
        <Progress key={part} label={t(`part.${part}`)} value={have} max={least} text={t('partText', { have, least })} />
      ))}
    </div>
  );
}
