import { useTranslations } from 'next-intl';
import { ComparedAmounts } from '@/components/consignment/compared-amounts';
import { DataTable } from '@/components/table/data-table';
import { AmountText } from '@/components/ui/money';
import type { NoticeDetail, NoticedCorrection } from '@/db/queries/clearance/get-notice';

/** What was declared beside what was found, and what that makes of value, duty and tax: the facts the decision rests on. */
export function Corrected({ correction, items }: { correction: NoticedCorrection; items: NoticeDetail['items'] }) {
  const { found, charges, declaredLines } = correction;
  const t = useTranslations('notice');
  const tField = useTranslations('clearance.correctionField');
  const currencies = new Map(items.map(({ itemNumber, declaredValue }) => [itemNumber, declaredValue.currency]));
  const value = ({ itemNumber, field }: (typeof found)[number], text: string | null) => {
    const currency = currencies.get(itemNumber);
    if (!text) return '–';
    return field === 'value' && currency ? (
      <AmountText amount={text} currency={currency} />
    ) : (
      <bdi translate="no">{text}</bdi>
    );
  };
  return (
    <div className="flex flex-col gap-4">
      {found.length > 0 ? (
        <DataTable
          caption={t('foundCaption')}
          captionHidden
          rows={found}
          rowKey={({ itemNumber, field }) => `${itemNumber} ${field}`}
          columns={[
            { key: 'item', header: t('column.item'), numeric: true, cell: ({ itemNumber }) => itemNumber },
            { key: 'field', header: t('column.field'), rowHeader: true, cell: ({ field }) => tField(field) },
            { key: 'declared', header: t('column.declared'), cell: (one) => value(one, one.declared) },
            { key: 'found', header: t('column.found'), cell: (one) => value(one, one.corrected) },
          ]}
        />
      ) : null}
      {charges ? <ComparedAmounts corrected={charges} declaredLines={declaredLines} /> : null}
    </div>
  );
}
