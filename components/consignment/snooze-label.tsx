import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import type { QueueRow } from '@/db/queries/clearance/queue-row';

/** Who put a consignment off, until when and why; of one that came back, said as what is over. */
export function SnoozeLabel({ snooze }: { snooze: NonNullable<QueueRow['snooze']> }) {
  const t = useTranslations('clearance');
  return t.rich(snooze.isOver ? 'snoozeOver' : 'snoozed', {
    name: () => <bdi translate="no">{snooze.byName}</bdi>,
    until: () => <DateTime at={snooze.until} />,
    event: snooze.event,
    reason: t(`snoozeReason.${snooze.reason}`),
    note: () => (snooze.note ? <q translate="no">{snooze.note}</q> : null),
  });
}
