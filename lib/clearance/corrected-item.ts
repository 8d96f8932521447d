import type { ConsignmentRecord, GoodsItem } from '@/lib/consignment/record';
import type { WishedCorrection } from './decide-result';
import type { CorrectionField } from './results';

const PROPERTY = {
  value: 'value',
  quantity: 'quantity',
  commodity_code: 'commodityCode',
  description: 'description',
  origin_country: 'originCountry',
} as const satisfies Record<CorrectionField, keyof GoodsItem>;

/** The goods item as the examination found it: declared values with the corrected ones in their place. */
export function correctedItem(item: GoodsItem, corrections: readonly WishedCorrection[]): GoodsItem {
  const own = corrections.filter((correction) => correction.itemNumber === item.itemNumber);
  return { ...item, ...Object.fromEntries(own.map(({ field, corrected }) => [PROPERTY[field], corrected])) };
}

/** The consignment as the examinations found it; where a field was corrected twice the later one counts. */
export function correctedRecord<Of extends ConsignmentRecord>(
  record: Of,
  corrections: readonly WishedCorrection[],
): Of {
  return { ...record, items: record.items.map((item) => correctedItem(item, corrections)) };
}
