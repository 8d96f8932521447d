import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import type { QuarantinedView, SubmissionView } from '@/db/queries/intake/get-submission';
import { QuarantinedRecord } from './quarantined-record';

type RefusedPanelProps = {
  submission: SubmissionView;
  refused: readonly QuarantinedView[];
  /** Refused records that are of none of the reader's offices. */
  elsewhere: number;
  mayMend: boolean;
  page: { readonly after: number; readonly isFull: boolean };
};

/** The refused records of a submission in file order, each with what stops it. */
export function RefusedPanel({ submission, refused, elsewhere, mayMend, page }: RefusedPanelProps) {
  const t = useTranslations('submissions.detail');
  const { submissionId, format } = submission;
  const last = page.isFull ? refused.at(-1)?.recordNumber : undefined;
  return (
    <Panel title={t('problems')} description={refused.length > 0 ? t('problemsText') : undefined}>
      {elsewhere > 0 ? <p className="mb-4 text-muted text-sm">{t('elsewhere', { count: elsewhere })}</p> : null}
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
        previousHref={page.after > 0 ? routes.submission(submissionId) : undefined}
        nextHref={last ? `${routes.submission(submissionId)}?after=${last}` : undefined}
      />
    </Panel>
  );
}
