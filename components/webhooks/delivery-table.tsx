import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Absent } from '@/components/ui/description-list';
import { Count } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { DeliveryRow } from '@/db/queries/webhook/list-deliveries';
import { AnswerText, DeliveryBadge } from './delivery-outcome';

type DeliveryTableProps = { rows: readonly DeliveryRow[]; hrefOf: (deliveryId: string) => string };

/** The log of an address, latest first. */
export function DeliveryTable({ rows, hrefOf }: DeliveryTableProps) {
  const t = useTranslations('webhooks');
  const value = useTranslations('ui.value');
  return (
    <DataTable
      caption={t('logCaption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.deliveryId}
      columns={[
        {
          key: 'occurred',
          header: t('logColumn.occurred'),
          rowHeader: true,
          cell: (row) => (
            <TextLink href={hrefOf(row.deliveryId)} prefetch={false}>
              {/* On a phone day and time stand below each other, so that what was told is in sight. */}
              <span className="max-sm:block max-sm:w-24 max-sm:[&_time]:whitespace-normal">
                <DateTime at={row.occurredAt} show="seconds" />
              </span>
            </TextLink>
          ),
        },
        { key: 'state', header: t('logColumn.state'), cell: (row) => <DeliveryBadge state={row.state} /> },
        { key: 'kind', header: t('logColumn.kind'), cell: (row) => t(`kind.${row.kind}`) },
        {
          key: 'reference',
          header: t('logColumn.reference'),
          cell: (row) =>
            row.reference === null ? (
              <Absent label={value('absent')} />
            ) : (
              <span className="whitespace-nowrap font-mono" translate="no">
                {row.reference}
              </span>
            ),
        },
        {
          key: 'sequence',
          header: t('logColumn.sequence'),
          numeric: true,
          cell: (row) => (row.sequence === null ? <Absent label={value('absent')} /> : <Count value={row.sequence} />),
        },
        {
          key: 'attempts',
          header: t('logColumn.attempts'),
          numeric: true,
          cell: (row) => <Count value={row.attempts} />,
        },
        {
          key: 'outcome',
          header: t('logColumn.outcome'),
          cell: (row) => <AnswerText status={row.lastStatus} fault={row.lastFault} />,
        },
        {
          key: 'duration',
          header: t('logColumn.duration'),
          numeric: true,
          cell: (row) =>
            row.lastDurationMs === null ? (
              <Absent label={value('absent')} />
            ) : (
              t('milliseconds', { count: row.lastDurationMs })
            ),
        },
      ]}
    />
  );
}
