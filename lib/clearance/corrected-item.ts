import type { GoodsItem } from '@/lib/consignment/record';
import type { WishedCorrection } from './decide-result';

/** The goods item as the examination found it: declared values with the corrected ones in their place. */
export function correctedItem(item: GoodsItem, corrections: readonly WishedCorrection[]): GoodsItem {
  return corrections
    .filter((correction) => correction.itemNumber === item.itemNumber)
    .reduce((found, { field, corrected }) => {
      switch (field) {
        case 'value':
          return { ...found, value: corrected };
        case 'quantity':
          return { ...found, quantity: corrected };
        case 'commodity_code':
          return { ...found, commodityCode: corrected };
        case 'description':
          return { ...found, description: corrected };
        case 'origin_country':
          return { ...found, originCountry: corrected };
      }
    }, item);
}
