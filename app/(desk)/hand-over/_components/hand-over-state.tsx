import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import type { HandOverView } from '@/db/queries/clearance/hand-overs';

/** Whether a hand-over waits, or who ended it and when. */
export function HandOverState({ handOver }: { handOver: HandOverView }) {
  const t = useTranslations('handOver');
  const { confirmedAt, confirmedByName, withdrawnAt } = handOver;
  if (confirmedAt)
    return (
      <span>
        {t.rich('takenOver', {
          name: confirmedByName ?? '',
          data: (text) => <bdi translate="no">{text}</bdi>,
        })}{' '}
        <DateTime at={confirmedAt} />
      </span>
    );
  if (withdrawnAt)
    return (
      <span>
        {t('takenBack')} <DateTime at={withdrawnAt} />
      </span>
    );
  return <Badge tone="accent">{t('waits')}</Badge>;
}
