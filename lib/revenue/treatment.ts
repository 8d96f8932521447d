import type { ConsignmentRecord } from '@/lib/consignment/record';
import { isSchemeNumber } from '@/lib/consignment/scheme-number';
import type { Policy } from '@/lib/policy/policy';
import type { Valuation } from './valuation';

/** How a consignment is charged; the tests of limits are made once, on the consignment. */
export type Treatment = {
  /** Documents and gifts between private people are free of duty and VAT within their limits. */
  readonly relief: 'documents' | 'gift' | null;
  readonly isLowValue: boolean;
  /** The vendor accounts for VAT under its scheme number. */
  readonly isVendorTaxed: boolean;
  /** The goods go to a country outside the customs territory: nothing is imported, so nothing is charged as import. */
  readonly isOutside: boolean;
};

/** Decides the treatment from the declared facts. A gift sold through a platform or under a scheme number is no gift. */
export function treatmentOf(record: ConsignmentRecord, valuation: Valuation, policy: Policy): Treatment {
  const worth = valuation.intrinsicMinor;
  const isPrivate = record.marketplace === null && record.schemeId === null;
  const isGift = record.transactionType === 'gift' && isPrivate && worth <= policy.gift.limitMinor;
  const isDocuments = record.transactionType === 'documents' && worth <= policy.documents.limitMinor;
  return {
    relief: isDocuments ? 'documents' : isGift ? 'gift' : null,
    isOutside: record.recipient.country !== '' && !policy.territory.has(record.recipient.country),
    isLowValue: worth <= policy.dutyRelief.limitMinor,
    isVendorTaxed:
      record.schemeId !== null &&
      record.transactionType === 'sale' &&
      worth <= policy.vendorScheme.limitMinor &&
      isSchemeNumber(record.schemeId, policy.vendorScheme),
  };
}
