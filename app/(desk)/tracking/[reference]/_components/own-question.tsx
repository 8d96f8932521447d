import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { routes } from '@/app/_server/routes';
import { AttachForm } from '@/components/attachments/attach-form';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import type { TrackedConsignment } from '@/db/queries/consignment/told-consignments';
import type { ToldReferral } from '@/db/queries/consignment/told-referral';
import { ATTACHMENT_KINDS } from '@/lib/attachments/kinds';
import { isWaiting } from '@/lib/clearance/referral-state';
import { questionId } from './question-id';

type OwnQuestionProps = { question: ToldReferral; tracked: TrackedConsignment; form: ReactNode };

/** One question of customs with its answer, or with the ways to give one: files first, then words. */
export function OwnQuestion({ question, tracked, form }: OwnQuestionProps) {
  const t = useTranslations('tracking');
  const tClearance = useTranslations('clearance');
  const tAttachment = useTranslations('attachments');
  const { referralId, type, state, dueAt, answer, answeredAt } = question;
  const files = tracked.attachments.filter((file) => file.referralId === referralId);
  return (
    <section
      id={questionId(referralId)}
      tabIndex={-1}
      aria-label={tClearance(`referralType.${type}`)}
      className="flex flex-col gap-2"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <span className="font-medium">{tClearance(`referralType.${type}`)}</span>
        <Badge tone={state === 'overdue' ? 'danger' : isWaiting(state) ? 'warning' : 'neutral'}>
          {tClearance(`referralState.${state}`)}
        </Badge>
        <span className="text-muted">
          {t('due')} <DateTime at={dueAt} />
        </span>
      </p>
      <bdi className="whitespace-pre-wrap" translate="no">
        {question.question}
      </bdi>
      {files.length > 0 ? (
        <ul className="text-sm">
          {files.map(({ attachmentId, fileName, kind, erasedAt }) => (
            <li key={attachmentId}>
              {tAttachment(`kind.${kind}`)}:{' '}
              {erasedAt ? (
                <span className="text-muted">{tAttachment('own.erased')}</span>
              ) : (
                <a
                  href={routes.ownAttachment(tracked.reference, attachmentId)}
                  download
                  className="wrap-anywhere text-accent underline decoration-current/40 underline-offset-2"
                >
                  {fileName ? <bdi translate="no">{fileName}</bdi> : tAttachment('own.unnamed')}
                </a>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {state === 'withdrawn' ? <p className="text-muted text-sm">{t('withdrawnQuestion')}</p> : null}
      {answer ? (
        <p className="text-sm">
          {t('answered')} {answeredAt ? <DateTime at={answeredAt} /> : null}
          <bdi translate="no" className="block whitespace-pre-wrap border-line-strong border-l-2 pl-3">
            {answer}
          </bdi>
        </p>
      ) : null}
      {isWaiting(state) ? (
        <>
          <section className="flex flex-col gap-1">
            <h3 className="font-medium text-sm">{t('filesFor')}</h3>
            <p className="text-muted text-xs">{t('filesForText')}</p>
            <AttachForm
              href={routes.ownAttachments(tracked.reference)}
              kinds={ATTACHMENT_KINDS}
              referralId={referralId}
            />
          </section>
          {form}
        </>
      ) : null}
    </section>
  );
}
