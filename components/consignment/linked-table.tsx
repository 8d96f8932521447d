import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { LaneBadge } from '@/components/ui/lane-badge';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { LinkPage } from '@/db/queries/consignment/get-links';

type LinkedTableProps = { rows: LinkPage['rows']; consignmentHref: (id: string) => string };

/** Linked consignments with what each shares; nothing of the persons. */
export function LinkedTable({ rows, consignmentHref }: LinkedTableProps) {
  const t = useTranslations('links');
  const tStatus = useTranslations('clearance.status');
  const tExamination = useTranslations('statistics.member.examination');
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      isDense
      rows={rows}
      rowKey={(row) => row.consignmentId}
      empty={
        <State kind="empty" title={t('list.none')}>
          {t('list.noneText')}
        </State>
      }
      columns={[
        {
          key: 'reference',
          header: t('list.reference'),
          rowHeader: true,
          cell: (row) => (
            <TextLink data href={consignmentHref(row.consignmentId)}>
              {row.reference}
            </TextLink>
          ),
        },
        {
          key: 'goods',
          header: t('list.goods'),
          className: 'min-w-40',
          cell: (row) => <bdi translate="no">{row.headline}</bdi>,
        },
        {
          key: 'received',
          header: t('list.received'),
          cell: (row) => <DateTime at={`${row.receivedOn}T00:00:00.000Z`} show="date" />,
        },
        { key: 'office', header: t('list.office'), cell: (row) => <span translate="no">{row.officeId}</span> },
        { key: 'lane', header: t('list.lane'), cell: (row) => <LaneBadge lane={row.laneEffective} /> },
        { key: 'status', header: t('list.status'), cell: (row) => tStatus(row.status) },
        {
          key: 'examination',
          header: t('list.examination'),
          cell: ({ examinationOutcome }) =>
            examinationOutcome === 'finding' ? (
              <Badge tone="danger">{tExamination('finding')}</Badge>
            ) : (
              tExamination(examinationOutcome)
            ),
        },
        {
          key: 'shares',
          header: t('list.shares'),
          className: 'min-w-40',
          cell: ({ kinds }) => kinds.map((kind) => t(`kind.${kind}`)).join(', '),
        },
      ]}
    />
  );
}
