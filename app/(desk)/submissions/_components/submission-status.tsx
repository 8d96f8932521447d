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

/** Where a submission stands, in a word. */
export function SubmissionStatus({ status }: { status: SubmissionView['status'] }) {
  const t = useTranslations('submissions.status');
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
