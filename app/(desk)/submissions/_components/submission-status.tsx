import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { formatBytes } from '@/components/ui/format';
import type { SubmissionView } from '@/db/queries/intake/get-submission';

const TONES = {
  receiving: 'info',
  stored: 'info',
  staging: 'info',
  processing: 'info',
  finished: 'success',
  refused: 'danger',
} as const;

type SubmissionStatusProps = Pick<SubmissionView, 'status' | 'quarantined' | 'waiting' | 'isBrokenOff' | 'sizeBytes'>;

/** Where a submission stands, in a word; records in quarantine are told with it, since they wait for their sender. */
export function SubmissionStatus({ status, quarantined, waiting, isBrokenOff, sizeBytes }: SubmissionStatusProps) {
  const t = useTranslations('submissions.status');
  const locale = useLocale();
  if (isBrokenOff) return <Badge tone="danger">{t('brokenOff', { arrived: formatBytes(locale, sizeBytes) })}</Badge>;
  if (status === 'finished' && quarantined > 0) {
    const text =
      waiting === quarantined ? t('finishedWith', { quarantined }) : t('finishedWaiting', { quarantined, waiting });
    return <Badge tone={waiting > 0 ? 'warning' : TONES.finished}>{text}</Badge>;
  }
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
