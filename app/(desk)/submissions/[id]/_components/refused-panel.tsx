import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { QuarantinedView, SubmissionView } from '@/db/queries/intake/get-submission';
import { QuarantinedRecord } from './quarantined-record';

type RefusedPanelProps = {
  submission: SubmissionView;
  refused: readonly QuarantinedView[];
  /** Refused records that are of none of the reader's offices. */
  elsewhere: number;
  mayMend: boolean;
  page: { readonly after: number; readonly isFull: boolean };
  /** Of one's own records; of others' as sent, which was noted; or of others' without their persons. */
  look: 'own' | 'noted' | 'masked';
};

/** The refused records of a submission in file order, each with what stops it. */
export function RefusedPanel({ submission, refused, elsewhere, mayMend, page, look }: RefusedPanelProps) {
  const t = useTranslations('submissions.detail');
  const { submissionId, format } = submission;
  const pageHref = (after: number) =>
    routes.submission(submissionId, { after: after || null, sent: look === 'noted' ? 'yes' : null });
  const of = (kind: 'error' | 'warning') =>
    refused.reduce((sum, { problems }) => sum + problems.filter(({ severity }) => severity === kind).length, 0);
  const last = page.isFull ? refused.at(-1)?.recordNumber : undefined;
  return (
    <Panel
      title={t('problems')}
      description={refused.length > 0 ? t(look === 'own' ? 'problemsText' : 'problemsTextStaff') : undefined}
    >
      {elsewhere > 0 ? <p className="mb-4 text-muted text-sm">{t('elsewhere', { count: elsewhere })}</p> : null}
      {refused.length > 0 ? (
        <p className="mb-4 text-sm">
          {t('totals', { records: refused.length, faults: of('error'), remarks: of('warning') })}
        </p>
      ) : null}
      {refused.length > 0 && look === 'masked' ? (
        <p className="mb-4 text-sm">
          <TextLink prefetch={false} href={routes.submission(submissionId, { after: page.after || null, sent: 'yes' })}>
            {t('showSent')}
          </TextLink>{' '}
          <span className="text-muted">{t('showSentText')}</span>
        </p>
      ) : null}
      {refused.length === 0 && elsewhere === 0 ? (
        <State kind="empty" title={t('none')}>
          {t('noneText')}
        </State>
      ) : (
        <div className="flex flex-col gap-4">
          {refused.map((record) => (
            <QuarantinedRecord
              key={record.recordNumber}
              record={record}
              format={format}
              mendHref={mayMend ? routes.refusedRecord(submissionId, record.recordNumber) : null}
            />
          ))}
        </div>
      )}
      <Pagination
        previousHref={page.after > 0 ? pageHref(0) : undefined}
        nextHref={last ? pageHref(last) : undefined}
      />
    </Panel>
  );
}
