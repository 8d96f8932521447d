import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import type { AccessRow } from '@/db/queries/privacy/list-erasures';

/** Requests that were answered, by their file numbers. */
export function RequestTable({ rows }: { rows: readonly AccessRow[] }) {
  const t = useTranslations('privacy.access');
  return (
    <DataTable
      caption={t('list')}
      captionHidden
      rows={rows}
      rowKey={({ requestId }) => requestId}
      empty={
        <State kind="empty" title={t('none')}>
          {t('noneText')}
        </State>
      }
      columns={[
        {
          key: 'file',
          header: t('fileNumber'),
          rowHeader: true,
          cell: ({ fileNumber }) => <span translate="no">{fileNumber}</span>,
        },
        {
          key: 'came',
          header: t('cameOn'),
          cell: ({ cameOn }) => <DateTime at={`${cameOn}T00:00:00Z`} show="date" />,
        },
        {
          key: 'by',
          header: t('lookedForBy'),
          cell: ({ lookedForBy }) => lookedForBy.map((one) => t(`identifiers.${one}`)).join(', '),
        },
        { key: 'count', header: t('count'), numeric: true, cell: ({ found }) => <Count value={found} /> },
        {
          key: 'answered',
          header: t('answered'),
          cell: ({ answeredAt, answeredByName }) => (
            <>
              <span translate="no">{answeredByName}</span>, <DateTime at={answeredAt} />
            </>
          ),
        },
      ]}
    />
  );
}
