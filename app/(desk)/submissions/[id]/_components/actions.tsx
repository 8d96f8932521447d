import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ButtonLink } from '@/components/ui/button-link';
import { NextRefused } from '../../../quarantine/_components/next-refused';
import { ReplayAll } from './replay-all';

type ActionsProps = {
  submissionId: string;
  mayUndo: boolean;
  mayDownload: boolean;
  mayMend: boolean;
  hasRefused: boolean;
  /** Where this submission sends a mended record: the list it waited in, and the next there. */
  refusedHref: string | null;
  nextRefusedHref: string | null;
};

/** What can be done with a submission as a whole. */
export function Actions(props: ActionsProps) {
  const { submissionId, mayUndo, mayDownload, mayMend, hasRefused, refusedHref, nextRefusedHref } = props;
  const t = useTranslations('submissions.detail');
  const tQuarantine = useTranslations('quarantine');
  return (
    <>
      {mayUndo ? <ButtonLink href={routes.undoSubmission(submissionId)}>{t('undo')}</ButtonLink> : null}
      {mayDownload ? <ButtonLink href={routes.sentFile(submissionId)}>{t('raw')}</ButtonLink> : null}
      {hasRefused ? (
        <>
          {mayMend ? <ReplayAll submissionId={submissionId} /> : null}
          <ButtonLink href={routes.problems(submissionId)}>{t('download')}</ButtonLink>
        </>
      ) : null}
      {refusedHref ? <ButtonLink href={refusedHref}>{tQuarantine('record.toList')}</ButtonLink> : null}
      {nextRefusedHref ? (
        <NextRefused href={nextRefusedHref} text={tQuarantine('record.next')} group={tQuarantine('title')} />
      ) : null}
    </>
  );
}
