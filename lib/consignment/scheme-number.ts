import type { VendorScheme } from '@/lib/policy/policy';

type Shape = Pick<VendorScheme, 'prefix' | 'digitsAfterState' | 'stateCodes'>;

/**
 * What keeps a text from being a vendor scheme number: its form (EU import scheme: `IM` + ISO 3166-1 numeric code + seven figures), or a
 * state of identification nobody knows; null for nothing. The check digit is not public, and whether a number is registered is not known
 * here.
 */
export function faultOfSchemeNumber(number: string, scheme: Shape): 'format' | 'state' | null {
  if (!number.startsWith(scheme.prefix)) return 'format';
  const figures = number.slice(scheme.prefix.length);
  if (figures.length !== 3 + scheme.digitsAfterState || !/^\d+$/.test(figures)) return 'format';
  return scheme.stateCodes.has(figures.slice(0, 3)) ? null : 'state';
}

/** Whether a vendor scheme number has the shape of one. */
export function isSchemeNumber(number: string, scheme: Shape): boolean {
  return faultOfSchemeNumber(number, scheme) === null;
}

/**
 * The register a number belongs to: that of its state of identification, by the first five characters (`IM528`). Registers are loaded
 * state by state; of a state without one nothing is known.
 */
export const registerOf = (number: string) => number.slice(0, 5);
