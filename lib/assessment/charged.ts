import { correctedRecord } from '@/lib/clearance/corrected-item';
import type { WishedCorrection } from '@/lib/clearance/decide-result';
import type { ReleaseCategory } from '@/lib/consignment/codes';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import type { Policy } from '@/lib/policy/policy';
import { chargesOf, UNCHARGED_WORKINGS } from '@/lib/revenue/charges';
import { type ExcludedGoods, excludedGoodsOf, type OverLimit, overLimitOf } from '@/lib/revenue/reduced-dataset';
import { valuationOf } from '@/lib/revenue/valuation';
import { releaseCategoryOf } from '@/lib/risk/release-category';
import type { ChargeLine, Charges } from './types';

export type Charged = {
  readonly charges: Charges;
  readonly uncharged: readonly ChargeLine[];
  readonly releaseCategory: ReleaseCategory;
};

/** Charges of a record and the release category that follows from them: the one computation for declared and corrected values. */
export function chargedOf(record: ConsignmentRecord, policy: Policy): Charged {
  const charges = chargesOf(record, policy);
  const uncharged = charges.lines.filter((line) => UNCHARGED_WORKINGS.has(line.working.code));
  return { charges, uncharged, releaseCategory: releaseCategoryOf(record, charges, uncharged.length > 0, policy) };
}

/** The same by the values the examinations found. */
export type ChargedCorrected = Charged & {
  /** The limit the corrected values passed. */
  readonly overLimit: OverLimit | null;
  /** Goods that by their corrected code the declaration is not for. */
  readonly excluded: ExcludedGoods | null;
};

/** What the corrected values are charged, and what they leave of the declaration. */
export function chargedCorrected(
  record: ConsignmentRecord,
  corrections: readonly WishedCorrection[],
  policy: Policy,
): ChargedCorrected {
  const corrected = correctedRecord(record, corrections);
  const charged = chargedOf(corrected, policy);
  const worth = {
    declaredMinor: valuationOf(record, policy).intrinsicMinor,
    correctedMinor: charged.charges.intrinsicValueMinor,
  };
  if (corrections.length === 0) return { ...charged, overLimit: null, excluded: null };
  return {
    ...charged,
    overLimit: overLimitOf(corrected, worth, policy),
    excluded: excludedGoodsOf(corrected, policy),
  };
}
