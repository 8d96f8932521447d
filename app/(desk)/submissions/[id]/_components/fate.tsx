import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import type { SubmissionView } from '@/db/queries/intake/get-submission';
import { ProblemList } from './problem-list';

/** What befell a submission as a whole: undone, sent again from another, refused. */
export function Fate({ submission }: { submission: SubmissionView }) {
  const t = useTranslations('submissions.detail');
  const { undone, status, isBrokenOff, problems, format } = submission;
  return (
    <>
      {undone ? (
        <Callout tone="info" title={t('undone', { count: undone.withdrawn })}>
          {t('undoneBy')} <span translate="no">{undone.byName}</span>, <DateTime at={undone.at} />
          {undone.reason ? (
            <>
              {' — '}
              <bdi translate="no">{undone.reason}</bdi>
            </>
          ) : null}
        </Callout>
      ) : null}
      {status === 'refused' ? (
        <Callout tone="danger" title={t(isBrokenOff ? 'brokenOff' : 'refused')}>
          {isBrokenOff ? null : <p>{t('refusedText')}</p>}
          <ProblemList problems={problems} format={format} />
        </Callout>
      ) : null}
    </>
  );
}
