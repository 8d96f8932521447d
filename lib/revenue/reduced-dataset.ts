import { hasPrefix } from '@/lib/codes/by-prefix';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import type { Policy } from '@/lib/policy/policy';

/** Goods that came out worth more than a limit, in minor units of the administration's currency. */
export type OverLimit = {
  readonly valueMinor: bigint;
  readonly limitMinor: bigint;
  readonly citation: string;
  /** The declaration itself does not cover such goods: they need a standard one before release. */
  readonly needsDeclaration: boolean;
};

/**
 * Whether corrected goods are above what a low-value declaration covers (regime `h7`: Delegated Regulation (EU) 2015/2446, Article
 * 143a) or, declared otherwise, have left the low-value treatment they were declared for. Null where nothing of the kind happened.
 */
export function overLimitOf(
  record: ConsignmentRecord,
  worth: { readonly declaredMinor: bigint; readonly correctedMinor: bigint },
  policy: Policy,
): OverLimit | null {
  const isReduced = record.regime === 'h7';
  const { limitMinor, citation } = isReduced ? policy.reducedDataset : policy.lowValue;
  if (record.regime === 'entry' || worth.correctedMinor <= limitMinor) return null;
  if (!isReduced && worth.declaredMinor > limitMinor) return null;
  return { valueMinor: worth.correctedMinor, limitMinor, citation, needsDeclaration: isReduced };
}

/** Whether goods of a worth may be declared with the reduced data set: up to its limit, and none of what it is closed to. */
export function isReducedOpenTo(
  items: readonly { readonly commodityCode: string | null }[],
  worthMinor: bigint,
  { reducedDataset: { limitMinor, excluded } }: Pick<Policy, 'reducedDataset'>,
): boolean {
  if (worthMinor > limitMinor) return false;
  return !items.some(({ commodityCode }) => commodityCode !== null && hasPrefix(excluded, commodityCode));
}

/** A goods item that a low-value declaration may not be used for, whatever it is worth. */
export type ExcludedGoods = {
  readonly itemNumber: number;
  readonly commodityCode: string;
  readonly citation: string;
};

/**
 * The first item under regime `h7` whose code is of excise goods. Declared codes are refused at the intake; this is for corrected
 * ones: Delegated Regulation (EU) 2015/2446, Article 143a, with Regulation (EC) No 1186/2009, Article 24.
 */
export function excludedGoodsOf(record: ConsignmentRecord, policy: Policy): ExcludedGoods | null {
  if (record.regime !== 'h7') return null;
  const { excluded, citation } = policy.reducedDataset;
  for (const { itemNumber, commodityCode } of record.items) {
    if (commodityCode !== null && hasPrefix(excluded, commodityCode)) return { itemNumber, commodityCode, citation };
  }
  return null;
}
