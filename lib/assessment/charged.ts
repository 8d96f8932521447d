import { UNCHARGED_WORKINGS } from '@/lib/charges/open-workings';
import { correctedRecord } from '@/lib/clearance/corrected-item';
import type { WishedCorrection } from '@/lib/clearance/decide-result';
import type { ReleaseCategory } from '@/lib/consignment/codes';
import type { Policy } from '@/lib/policy/policy';
import { type AssessedRecord, chargesOf, recordValuation } from '@/lib/revenue/charges';
import { openCharges } from '@/lib/revenue/open-charges';
import { type ExcludedGoods, excludedGoodsOf, type OverLimit, overLimitOf } from '@/lib/revenue/reduced-dataset';
import { dutyBasis, isStatable, type StatedDuty } from '@/lib/revenue/stated-duty';
import { releaseCategoryOf } from '@/lib/risk/release-category';
import type { ChargeLine, Charges } from './types';

export type Charged = {
  readonly charges: Charges;
  readonly uncharged: readonly ChargeLine[];
  readonly releaseCategory: ReleaseCategory;
};

/** What customs put in the place of what was declared, or of what nobody could compute. */
export type Findings = {
  /** Earliest first: the later one counts. */
  readonly corrections: readonly WishedCorrection[];
  /** Duties an officer stated, earliest first. */
  readonly duties: readonly StatedDuty[];
};
export const NO_FINDINGS: Findings = { corrections: [], duties: [] };

/** Charges of a record and the release category that follows from them: the one computation for declared and corrected values. */
export function chargedOf(record: AssessedRecord, policy: Policy, duties: readonly StatedDuty[] = []): Charged {
  const charges = chargesOf(record, policy, duties);
  const uncharged = charges.lines.filter((line) => UNCHARGED_WORKINGS.has(line.working.code));
  return { charges, uncharged, releaseCategory: releaseCategoryOf(record, charges, uncharged.length > 0, policy) };
}

/** The same by what customs found. */
export type ChargedCorrected = Charged & {
  /** The limit the corrected values passed. */
  readonly overLimit: OverLimit | null;
  /** Goods that by their corrected code the declaration is not for. */
  readonly excluded: ExcludedGoods | null;
};

/** What is charged by the corrected values and the stated duties, and what they leave of the declaration. */
export function chargedCorrected(
  record: AssessedRecord,
  { corrections, duties }: Findings,
  policy: Policy,
): ChargedCorrected {
  const corrected = correctedRecord(record, corrections);
  const charged = chargedOf(corrected, policy, duties);
  const worth = {
    declaredMinor: recordValuation(record, policy).intrinsicMinor,
    correctedMinor: charged.charges.intrinsicValueMinor,
  };
  if (corrections.length === 0) return { ...charged, overLimit: null, excluded: null };
  return {
    ...charged,
    overLimit: overLimitOf(corrected, worth, policy),
    excluded: excludedGoodsOf(corrected, policy),
  };
}

/** The duty of a goods item that is open as far as can be computed, stated or not. */
export type OpenDuty = Pick<StatedDuty, 'itemNumber' | 'basis'> & {
  /** Whether an officer may state it; false where the value itself is open. */
  readonly isStatable: boolean;
};

/** The duties that stay open by the corrected values, with what a stated one would rest on. */
export function openDuties(
  record: AssessedRecord,
  corrections: readonly WishedCorrection[],
  policy: Policy,
): readonly OpenDuty[] {
  const corrected = correctedRecord(record, corrections);
  const { lines } = chargesOf(corrected, policy);
  const open = new Set(openCharges(lines).flatMap(({ charge, itemNumber }) => (charge === 'duty' ? [itemNumber] : [])));
  return recordValuation(corrected, policy).items.flatMap((valued) => {
    const { itemNumber } = valued.item;
    if (!open.has(itemNumber)) return [];
    const statable = lines.some((line) => line.itemNumber === itemNumber && isStatable(line));
    return [{ itemNumber, basis: dutyBasis(valued), isStatable: statable }];
  });
}
