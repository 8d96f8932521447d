import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { SubscriptionView } from '@/db/queries/webhook/list-subscriptions';
import { SUBSCRIBABLE_KINDS } from '@/lib/webhooks/told-kinds';

type SubscriptionTableProps = {
  rows: readonly SubscriptionView[];
  hrefOf: (subscriptionId: string) => string;
  /** What to do where there is none. */
  emptyText: string;
};

/** The addresses of a partner, with what waits and what was given up. */
export function SubscriptionTable({ rows, hrefOf, emptyText }: SubscriptionTableProps) {
  const t = useTranslations('webhooks');
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.subscriptionId}
      empty={
        <State kind="empty" title={t('none')}>
          {emptyText}
        </State>
      }
      columns={[
        {
          key: 'url',
          header: t('column.url'),
          rowHeader: true,
          className: 'min-w-56',
          cell: (row) => (
            <TextLink href={hrefOf(row.subscriptionId)} translate="no" className="[overflow-wrap:anywhere]">
              {row.url}
            </TextLink>
          ),
        },
        {
          key: 'kinds',
          header: t('column.kinds'),
          cell: (row) =>
            row.kinds.length === SUBSCRIBABLE_KINDS.length
              ? t('everyKind')
              : t('kindCount', { count: row.kinds.length }),
        },
        { key: 'state', header: t('column.state'), cell: (row) => <UseBadge subscription={row} /> },
        { key: 'waiting', header: t('column.waiting'), numeric: true, cell: (row) => <Count value={row.waiting} /> },
        { key: 'dead', header: t('column.dead'), numeric: true, cell: (row) => <Count value={row.dead} /> },
        {
          key: 'last',
          header: t('column.last'),
          cell: (row) => (row.lastDeliveredAt ? <DateTime at={row.lastDeliveredAt} /> : t('never')),
        },
      ]}
    />
  );
}

/** Whether an address is told, and whether it can be. */
export function UseBadge({ subscription }: { subscription: SubscriptionView }) {
  const t = useTranslations('webhooks');
  if (subscription.unreachedSince) return <Badge tone="danger">{t('unreached')}</Badge>;
  const isInUse = subscription.disabledAt === null;
  return <Badge tone={isInUse ? 'success' : 'neutral'}>{isInUse ? t('inUse') : t('off')}</Badge>;
}
