import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { AmountText } from '@/components/ui/money';
import { Count } from '@/components/ui/quantity';
import type { BatchDetail } from '@/db/queries/clearance/together-batches';
import type { BatchState } from '@/lib/clearance/batch';

const TONES = {
  released: 'neutral',
  proposed: 'warning',
  confirmed: 'success',
  rejected: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<BatchState, Tone>;

/** Its figures, its ground and the people: both of them where it took two. */
export function BatchFacts({ batch }: { batch: BatchDetail }) {
  const t = useTranslations('queue.batch');
  const tGround = useTranslations('clearance.ground');
  const { settledByName, settledAt, told } = batch;
  const person = (name: string, at: string) => (
    <>
      <bdi translate="no">{name}</bdi> <DateTime at={at} />
    </>
  );
  return (
    <DescriptionList
      items={[
        { term: t('standing'), value: <Badge tone={TONES[batch.state]}>{t(`state.${batch.state}`)}</Badge> },
        { term: t('count'), value: <Count value={batch.count} /> },
        { term: t('value'), value: <AmountText {...batch.value} /> },
        { term: t('score'), value: <Count value={batch.scoreHighest} /> },
        { term: t('ground'), value: told ? tGround(told.ground) : <span className="text-muted">{t('unread')}</span> },
        ...(told?.note ? [{ term: t('note'), value: told.note, data: true }] : []),
        { term: t('by'), value: person(batch.proposedByName, batch.proposedAt) },
        ...(settledByName && settledAt ? [{ term: t('settledBy'), value: person(settledByName, settledAt) }] : []),
        ...(batch.settledNote ? [{ term: t('settledNote'), value: batch.settledNote, data: true }] : []),
      ]}
    />
  );
}
