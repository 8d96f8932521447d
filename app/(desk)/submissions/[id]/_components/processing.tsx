import { useLocale, useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { formatInstant } from '@/components/ui/format';
import { LiveRefresh } from '@/components/ui/live-refresh';
import { Progress } from '@/components/ui/progress';
import { useDurationText } from '@/components/ui/use-duration-text';
import type { SubmissionView } from '@/db/queries/intake/get-submission';
import { paceOf } from '@/lib/intake/pace';

type ProcessingProps = { submission: SubmissionView; done: number; now: Date };

/** How far a submission is, how fast it goes on and how long it will take; renewed while somebody looks. */
export function Processing({ submission: { received: all, stagedAt, stalled }, done, now }: ProcessingProps) {
  const t = useTranslations('submissions.detail');
  const locale = useLocale();
  const durationText = useDurationText();
  const pace = paceOf({ done, all, startedAt: stagedAt === null ? null : new Date(stagedAt) }, now);
  const text = [
    t(stagedAt === null ? 'reading' : 'progressText', { done, all }),
    ...(pace && !stalled
      ? [
          t('rate', { perSecond: Math.round(pace.perSecond) }),
          t('left', { time: durationText(Math.ceil(pace.secondsLeft)) }),
        ]
      : []),
  ].join(' · ');
  return (
    <>
      <LiveRefresh everyMs={1_500} />
      <Progress label={t('progress')} value={done} max={Math.max(1, all)} text={text} />
      {stalled ? (
        <Callout tone="warning" title={t('stalled', { faults: stalled.faults })} live>
          {t('stalledText', { at: formatInstant(locale, new Date(stalled.retryAt), 'datetime') })}
        </Callout>
      ) : null}
    </>
  );
}
