import type { Charges } from '@/lib/assessment/types';
import type { Policy } from '@/lib/policy/policy';
import { isReducedOpenTo } from '@/lib/revenue/reduced-dataset';
import { releaseCategoryOf } from '@/lib/risk/release-category';
import type { StoredConsignment } from './charge-twice';

/** How a consignment is treated under a policy, beside what is charged of it. */
export type Treated = {
  /** Categories 1 to 3 of the WCO Immediate Release Guidelines: documents and low value. */
  readonly isLowValue: boolean;
  /** The reduced data set is open to it by value and goods, however it was declared; never where its value is not known. */
  readonly isReducedOpen: boolean;
  /** It was declared with the reduced data set, which is not open to it: it needs a standard declaration. */
  readonly needsStandard: boolean;
  /** The vendor accounts for its tax at the sale. */
  readonly isVendorTaxed: boolean;
};

const NO_RATE = 'without_exchange_rate';
const VENDOR_CODES: ReadonlySet<string> = new Set(['vat_vendor', 'vat_at_sale']);

/** What its charges under a policy, and the limits of that policy, make of a stored consignment. */
export function treatedOf(
  { record }: StoredConsignment,
  charges: Charges,
  isOpen: boolean,
  policy: Pick<Policy, 'territory' | 'lowValue' | 'reducedDataset'>,
): Treated {
  // Without a rate of exchange nobody knows what the goods are worth: they are neither open to it nor shut out.
  const isValued = charges.lines.every(({ working }) => working.code !== NO_RATE);
  const isReducedOpen = isValued && isReducedOpenTo(record.items, charges.intrinsicValueMinor, policy);
  return {
    isLowValue: releaseCategoryOf(record, charges, isOpen, policy) < 4,
    isReducedOpen,
    needsStandard: isValued && record.regime === 'h7' && !isReducedOpen,
    isVendorTaxed: charges.lines.some(({ working }) => VENDOR_CODES.has(working.code)),
  };
}
