import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Absent } from '@/components/ui/description-list';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import type { ToldItem } from '@/db/queries/consignment/told-consignments';

/** The goods as their partner lodged them, by the numbers that questions and charges name them by. */
export function LodgedGoods({ items }: { items: readonly ToldItem[] }) {
  const t = useTranslations('tracking.goods');
  const value = useTranslations('ui.value');
  const orAbsent = (text: string | null) =>
    text === null ? <Absent label={value('absent')} /> : <span translate="no">{text}</span>;
  return (
    <Panel title={t('title')} description={t('text')} flush id="goods">
      <DataTable
        caption={t('title')}
        captionHidden
        rows={items}
        rowKey={(item) => String(item.itemNumber)}
        columns={[
          { key: 'item', header: t('item'), numeric: true, cell: (item) => item.itemNumber },
          {
            key: 'description',
            header: t('description'),
            rowHeader: true,
            cell: (item) => <bdi translate="no">{item.description}</bdi>,
          },
          { key: 'code', header: t('code'), cell: (item) => orAbsent(item.commodityCode) },
          { key: 'origin', header: t('origin'), cell: (item) => orAbsent(item.originCountry) },
          { key: 'quantity', header: t('quantity'), numeric: true, cell: (item) => orAbsent(item.quantity) },
          { key: 'value', header: t('value'), numeric: true, cell: (item) => <AmountText {...item.value} /> },
        ]}
      />
    </Panel>
  );
}
