import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import type { ErasedMonth } from '@/db/queries/privacy/list-erasures';
import { ERASED_KINDS } from '@/lib/privacy/codes';

/** What was erased in each month. */
export function ErasedTable({ months }: { months: readonly ErasedMonth[] }) {
  const t = useTranslations('privacy.erased');
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={months}
      rowKey={({ month }) => month}
      empty={
        <State kind="empty" title={t('none')}>
          {t('noneText')}
        </State>
      }
      columns={[
        {
          key: 'month',
          header: t('month'),
          rowHeader: true,
          cell: ({ month }) => (
            <time dateTime={month} translate="no">
              {month}
            </time>
          ),
        },
        ...ERASED_KINDS.map((kind) => ({
          key: kind,
          header: t(`kind.${kind}`),
          numeric: true,
          cell: (row: ErasedMonth) => <Count value={row[kind]} />,
        })),
        { key: 'batches', header: t('batches'), numeric: true, cell: ({ batches }) => <Count value={batches} /> },
        { key: 'repeated', header: t('repeated'), numeric: true, cell: ({ repeated }) => <Count value={repeated} /> },
      ]}
    />
  );
}
