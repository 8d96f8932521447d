import { hasPrefix } from '@/lib/codes/by-prefix';
import type { Policy } from '@/lib/policy/policy';

/** A goods item that is subject to excise. */
export type ExciseGoods = { readonly itemNumber: number; readonly commodityCode: string };

/** Codes that were found in the place of declared ones, earliest first: the later one counts. */
type Found = { readonly itemNumber: number; readonly field: string; readonly corrected: string };

/** The items by the codes that were found for them. */
export function withCodesFound<T extends { readonly itemNumber: number; readonly commodityCode: string | null }>(
  items: readonly T[],
  found: readonly Found[],
): readonly Pick<T, 'itemNumber' | 'commodityCode'>[] {
  const codes = found.filter(({ field }) => field === 'commodity_code');
  return items.map(({ itemNumber, commodityCode }) => ({
    itemNumber,
    commodityCode: codes.findLast((code) => code.itemNumber === itemNumber)?.corrected ?? commodityCode,
  }));
}

/**
 * The excise goods among the items, by the codes that low-value declarations are closed to as such (alcohol, tobacco). Excise is not
 * computed here: its bases are strength, volume and national rates, which no advance data carry; charges beside such goods must say so.
 */
export function exciseGoodsOf(
  items: readonly { readonly itemNumber: number; readonly commodityCode: string | null }[],
  policy: Pick<Policy, 'reducedDataset'>,
): readonly ExciseGoods[] {
  return items.flatMap(({ itemNumber, commodityCode }) =>
    commodityCode !== null && hasPrefix(policy.reducedDataset.excluded, commodityCode)
      ? [{ itemNumber, commodityCode }]
      : [],
  );
}
