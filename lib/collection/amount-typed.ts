import { parseDecimal, toScaled } from '@/lib/kernel/decimal';

/** Most digits of an amount somebody types or sends: sums of many fit the 64 bits they are kept in. */
const DIGITS_MAX = 15;

/** Minor units of an amount as typed: a plain decimal from nothing up, no finer than the currency; null for anything else. */
export function typedMinor(text: string, minorDigits: number): bigint | null {
  const value = parseDecimal(text);
  if (!value || value.digits < 0n || value.scale > minorDigits) return null;
  const minor = toScaled(value, minorDigits, 'down');
  return minor < 10n ** BigInt(DIGITS_MAX) ? minor : null;
}
