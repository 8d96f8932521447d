import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Absent } from '@/components/ui/description-list';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Decimal } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { HeldItem } from '@/db/queries/agency/get-hold';

/** The goods a hold is about, as declared. */
export function HeldGoods({ items, isPart }: { items: readonly HeldItem[]; isPart: boolean }) {
  const t = useTranslations('agency.hold');
  const tField = useTranslations('consignment.field');
  const tGoods = useTranslations('consignment.goods');
  const orAbsent = (text: string | null) =>
    text === null ? <Absent label={tGoods('absent')} /> : <span translate="no">{text}</span>;
  return (
    <Panel
      title={t('goods', { count: items.length })}
      description={isPart ? t('goodsPart') : undefined}
      flush
      id="goods"
    >
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={items}
        rowKey={(item) => String(item.itemNumber)}
        columns={[
          { key: 'number', header: tGoods('number'), numeric: true, cell: (item) => item.itemNumber },
          {
            key: 'description',
            header: tField('description'),
            rowHeader: true,
            className: 'min-w-40',
            cell: (item) => (
              <>
                <bdi translate="no">{item.description}</bdi>
                {item.listingUrl && /^https?:\/\//i.test(item.listingUrl) ? (
                  <TextLink href={item.listingUrl} rel="noreferrer noopener" target="_blank" className="block text-xs">
                    {tGoods('listing')}
                  </TextLink>
                ) : null}
              </>
            ),
          },
          {
            key: 'code',
            header: tField('commodity_code'),
            cell: (item) => <span className="font-mono">{orAbsent(item.commodityCode)}</span>,
          },
          { key: 'origin', header: tField('origin_country'), cell: (item) => orAbsent(item.originCountry) },
          {
            key: 'quantity',
            header: tField('quantity'),
            numeric: true,
            cell: (item) => (item.quantity ? <Decimal value={item.quantity} /> : orAbsent(null)),
          },
          {
            key: 'mass',
            header: tGoods('netMass'),
            numeric: true,
            cell: (item) => (item.netMassKg ? <Decimal value={item.netMassKg} digits={3} unit="kg" /> : orAbsent(null)),
          },
          {
            key: 'value',
            header: tGoods('declaredValue'),
            numeric: true,
            cell: (item) => <AmountText {...item.value} />,
          },
        ]}
      />
    </Panel>
  );
}
