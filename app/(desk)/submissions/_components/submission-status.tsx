import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { SubmissionView } from '@/db/queries/intake/get-submission';

const TONES = {
  receiving: 'info',
  stored: 'info',
  staging: 'info',
  processing: 'info',
  finished: 'success',
  refused: 'danger',
} as const;

/** Where a submission stands, in a word; records in quarantine are told with it, since they wait for their sender. */
export function SubmissionStatus({ status, quarantined }: Pick<SubmissionView, 'status' | 'quarantined'>) {
  const t = useTranslations('submissions.status');
  if (status === 'finished' && quarantined > 0) {
    return <Badge tone="warning">{t('finishedWith', { quarantined })}</Badge>;
  }
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
