import type { VendorScheme } from '@/lib/policy/policy';

/**
 * Whether a vendor scheme number has the shape of one: prefix, known state of identification, figures (EU import scheme:
 * `IM` + ISO 3166-1 numeric code + seven figures). The check digit is not public, and whether a number is registered is not known here.
 */
export function isSchemeNumber(number: string, scheme: VendorScheme): boolean {
  if (!number.startsWith(scheme.prefix)) return false;
  const figures = number.slice(scheme.prefix.length);
  if (figures.length !== 3 + scheme.digitsAfterState || !/^\d+$/.test(figures)) return false;
  return scheme.stateCodes.has(figures.slice(0, 3));
}
