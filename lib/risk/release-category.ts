import type { Charges } from '@/lib/assessment/types';
import type { ReleaseCategory } from '@/lib/consignment/codes';
import type { ConsignmentRecord, Party } from '@/lib/consignment/record';
import type { Policy } from '@/lib/policy/policy';

/** What of a record its category rests on. */
export type Categorised = Pick<ConsignmentRecord, 'regime' | 'transactionType'> & {
  readonly recipient: Pick<Party, 'country'>;
};

/**
 * Category of the WCO Immediate Release Guidelines (version 3, 2018): 1 documents without commercial value, 2 low value without
 * duty or tax at the border, 3 low value with them, 4 everything above, under full procedure, bound for a country outside the customs territory, or not yet chargeable.
 */
export function releaseCategoryOf(
  record: Categorised,
  charges: Charges,
  isUncharged: boolean,
  policy: Pick<Policy, 'territory' | 'lowValue'>,
): ReleaseCategory {
  const worth = charges.intrinsicValueMinor;
  const isOutside = record.recipient.country !== '' && !policy.territory.has(record.recipient.country);
  if (record.regime === 'entry' || isUncharged || isOutside || worth > policy.lowValue.limitMinor) return 4;
  if (charges.dutyMinor > 0n || charges.vatMinor > 0n) return 3;
  return record.transactionType === 'documents' ? 1 : 2;
}
