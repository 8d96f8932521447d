import type { Random } from '@/lib/kernel/prng';
import { pick, whole } from './draw';

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** Check digit of the eight figures of a postal item id (UPU S10). */
export function s10CheckDigit(serial: string): number {
  const sum = S10_WEIGHTS.reduce((running, weight, index) => running + weight * Number(serial.charAt(index)), 0);
  const digit = 11 - (sum % 11);
  return digit === 10 ? 0 : digit === 11 ? 5 : digit;
}

/** A postal item id: service indicator, eight figures, check digit, country. Distinct counts give distinct serials. */
export function s10Id(indicator: string, count: number, country: string): string {
  const serial = ((count * 48_271 + 10_203_047) % 100_000_000).toString().padStart(8, '0');
  return `${indicator}${serial}${s10CheckDigit(serial)}${country}`;
}

// ISO 3166-1 numeric codes of states that register vendors for the EU import scheme.
const SCHEME_STATES = ['056', '250', '276', '372', '380', '442', '528', '616', '724'] as const;

/** A vendor scheme number shaped like the EU's: `IM`, state of identification, seven figures. Its check digit is not public. */
export function schemeId(random: Random): string {
  return `IM${pick(random, SCHEME_STATES)}${whole(random, 0, 9_999_999).toString().padStart(7, '0')}`;
}

/** A master air waybill: three-figure prefix, seven-figure serial and its remainder by seven. The prefix is of no airline. */
export function masterRef(count: number): string {
  const serial = (count * 7_919 + 1_040_013) % 10_000_000;
  return `990-${serial.toString().padStart(7, '0')}${serial % 7}`;
}

/** Value of a character in the manner of ISO 6346: letters from 10 upwards, multiples of 11 left out. */
function iso6346Value(character: string): number {
  if (character >= '0' && character <= '9') return Number(character);
  const position = character.charCodeAt(0) - 65;
  return 10 + position + Math.floor((position + 9) / 10);
}

/** A movement reference number of 18 characters with its check digit (weights are powers of two, modulo 11, modulo 10). */
export function mrn(year: number, country: string, count: number): string {
  const tail = count.toString(36).toUpperCase().padStart(11, '0');
  const body = `${(year % 100).toString().padStart(2, '0')}${country}IM${tail}`;
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) sum += iso6346Value(body.charAt(index)) * 2 ** index;
  return `${body}${(sum % 11) % 10}`;
}
