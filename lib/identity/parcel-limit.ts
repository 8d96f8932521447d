import { sha256Hex } from '@/lib/kernel/ids';
import { UNKNOWN_ADDRESS } from './throttle';

const MINUTE_MS = 60_000;

/**
 * How often the public may ask about parcels. By address, so that nobody tries postcodes or references in bulk; by reference from
 * anywhere, so that nobody tries the postcodes of one parcel from many addresses: of the some thousand of a country, a hundred a day.
 */
export const PARCEL_LIMIT = {
  address: { questions: 20, windowMs: 15 * MINUTE_MS },
  /** Where no trusted proxy tells addresses everybody counts as one: a brake on floods, no more. */
  everybody: { questions: 600, windowMs: 15 * MINUTE_MS },
  reference: { questions: 100, windowMs: 24 * 60 * MINUTE_MS },
} as const;

/** How long questions are kept: as long as they can count. */
export const PARCEL_QUESTION_KEPT_MS = PARCEL_LIMIT.reference.windowMs;

/** Questions within the windows of `PARCEL_LIMIT`, before the next one. */
export type QuestionCounts = { readonly byAddress: number; readonly ofReference: number };

/** The limit of an address. */
export const limitOf = (addressKey: string) =>
  addressKey === UNKNOWN_ADDRESS ? PARCEL_LIMIT.everybody : PARCEL_LIMIT.address;

/** Whether the next question is refused unheard, whatever it asks for. */
export function isOverParcelLimit({ byAddress, ofReference }: QuestionCounts, addressKey: string): boolean {
  return byAddress >= limitOf(addressKey).questions || ofReference >= PARCEL_LIMIT.reference.questions;
}

/**
 * A reference without what people write differently: spellings that find one parcel are one reference, or each would be another hundred
 * tries at its postcode.
 */
export const foldedReference = (reference: string): string =>
  reference
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Key of what was asked for: known or unknown references alike, without storing what was typed. */
export const parcelKeyOf = (reference: string) => sha256Hex(`parcel:${foldedReference(reference)}`);
