import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { LaneBadge } from '@/components/ui/lane-badge';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { ScoreBadge } from '@/components/ui/score-badge';
import { TextLink } from '@/components/ui/text-link';
import type { QueueRow } from '@/db/queries/clearance/queue-row';

/** Consignments that bear the same identifier, newest first; their pages lead back to `from`. */
export function FoundTable({ rows, from }: { rows: readonly QueueRow[]; from: string }) {
  const t = useTranslations('search');
  const tClearance = useTranslations('clearance');
  return (
    <Panel title={t('found', { count: rows.length })} flush>
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.consignmentId}
        columns={[
          {
            key: 'reference',
            header: t('column.reference'),
            rowHeader: true,
            cell: (row) => (
              <TextLink href={routes.consignment(row.consignmentId, { from })} data>
                {row.reference}
              </TextLink>
            ),
          },
          {
            key: 'goods',
            header: t('column.goods'),
            cell: (row) => (
              <bdi className="line-clamp-2 max-w-72" translate="no">
                {row.headline}
              </bdi>
            ),
          },
          {
            key: 'partner',
            header: t('column.partner'),
            cell: (row) => <bdi translate="no">{row.partnerName}</bdi>,
          },
          { key: 'office', header: t('column.office'), cell: (row) => <span translate="no">{row.officeId}</span> },
          { key: 'status', header: t('column.status'), cell: (row) => tClearance(`status.${row.status}`) },
          { key: 'lane', header: t('column.lane'), cell: (row) => <LaneBadge lane={row.laneEffective} /> },
          {
            key: 'score',
            header: t('column.score'),
            numeric: true,
            cell: (row) => <ScoreBadge score={row.score} />,
          },
          { key: 'value', header: t('column.value'), numeric: true, cell: (row) => <AmountText {...row.value} /> },
          { key: 'received', header: t('column.received'), cell: (row) => <DateTime at={row.receivedAt} /> },
        ]}
      />
    </Panel>
  );
}
