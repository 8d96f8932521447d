import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { ExhibitDetail } from '@/db/queries/consignment/load-exhibits';

const data = (text: string) => <bdi translate="no">{text}</bdi>;

/** One exhibit with its chain of custody, every hand in its order. */
export function ExhibitPanel({ exhibit, move }: { exhibit: ExhibitDetail; move: ReactNode }) {
  const t = useTranslations('consignment.custody');
  const { number, description, quantity, mark, steps } = exhibit;
  const title = t('exhibit', { number });
  return (
    <Panel
      title={title}
      description={
        <>
          {data(description)} · {data(quantity)} · {t('mark')} {data(mark)}
        </>
      }
      actions={move}
      flush
    >
      <DataTable
        caption={t('chain', { number })}
        captionHidden
        rows={steps}
        rowKey={(row) => String(row.step)}
        columns={[
          { key: 'at', header: t('when'), rowHeader: true, cell: (row) => <DateTime at={row.at} /> },
          { key: 'from', header: t('from'), cell: (row) => (row.fromHolder ? data(row.fromHolder) : t('consignment')) },
          { key: 'to', header: t('to'), cell: (row) => data(row.toHolder) },
          { key: 'place', header: t('place'), cell: (row) => data(row.place) },
          { key: 'reason', header: t('reason'), cell: (row) => data(row.reason) },
          { key: 'by', header: t('by'), cell: (row) => data(row.recordedByName) },
        ]}
      />
    </Panel>
  );
}
