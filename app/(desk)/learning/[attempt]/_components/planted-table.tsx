import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import { AmountText } from '@/components/ui/money';
import type { PlantedRow } from '@/lib/learning/profile-exercise';

export type ShownRow = Omit<PlantedRow, 'facts'>;
type PlantedTableProps<Row extends ShownRow> = {
  caption: string;
  rows: readonly Row[];
  maxHeight?: string;
  last?: { readonly header: string; readonly cell: (row: Row) => ReactNode };
};

/** Consignments of an exercise: what a person reads of each, and what was true. */
export function PlantedTable<Row extends ShownRow>({ caption, rows, maxHeight, last }: PlantedTableProps<Row>) {
  const t = useTranslations('learning');
  return (
    <DataTable<Row>
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ reference }) => reference}
      maxHeight={maxHeight}
      isDense
      columns={[
        {
          key: 'case',
          header: t('column.case'),
          rowHeader: true,
          cell: ({ reference }) => (
            <span className="font-mono" translate="no">
              {reference}
            </span>
          ),
        },
        {
          key: 'goods',
          header: t('column.goods'),
          cell: ({ description }) => <bdi translate="no">{description}</bdi>,
        },
        {
          key: 'sender',
          header: t('column.sender'),
          cell: ({ senderCountry }) => <span translate="no">{senderCountry}</span>,
        },
        {
          key: 'value',
          header: t('column.value'),
          numeric: true,
          cell: ({ value }) => <AmountText amount={value.amount} currency={value.currency} />,
        },
        { key: 'truth', header: t('column.truth'), cell: ({ result }) => t(`result.${result}`) },
        ...(last ? [{ key: 'last', header: last.header, cell: last.cell }] : []),
      ]}
    />
  );
}
