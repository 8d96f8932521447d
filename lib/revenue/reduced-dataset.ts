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
