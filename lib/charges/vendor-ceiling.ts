import { toMinor } from '@/lib/kernel/rational';
import type { LawInForce } from './goods';
import type { LawAmount } from './law';
import { amountOf } from './value';

/** Up to what worth the vendor of a scheme may account for the tax; as the law states it, and in minor units of its currency. */
export type VendorCeiling = { readonly limit: LawAmount; readonly limitMinor: bigint };

/** Null where the law knows no such scheme or limit, or the limit has no rate of the day. */
export function vendorCeiling(inForce: LawInForce): VendorCeiling | null {
  const { bands, minorDigits } = inForce.law;
  const limit = bands.findLast(({ when, tax }) => when.underScheme && tax.kind === 'vendor')?.when.upTo;
  const edge = limit && amountOf(limit, inForce);
  return limit && edge ? { limit, limitMinor: toMinor(edge, minorDigits, 'halfUp') } : null;
}
