import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ButtonLink } from '@/components/ui/button-link';
import { ReplayAll } from './replay-all';

type ActionsProps = {
  submissionId: string;
  mayUndo: boolean;
  mayDownload: boolean;
  mayMend: boolean;
  hasRefused: boolean;
};

/** What can be done with a submission as a whole. */
export function Actions({ submissionId, mayUndo, mayDownload, mayMend, hasRefused }: ActionsProps) {
  const t = useTranslations('submissions.detail');
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
    </>
  );
}
