/** Half of a character that takes two: no UTF-8 can say it. */
export const HALF = /\p{Surrogate}/u;

/**
 * The one text of a JSON value (RFC 8785, JSON Canonicalization Scheme, for whole numbers only): names in the order of their UTF-16
 * units, no blanks. What is signed is this text, so that whoever prints a package anew does not break its signature.
 * @throws RangeError for what a package cannot hold: numbers with a fraction, half characters, `undefined` in a list
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') {
    if (HALF.test(value)) throw new RangeError('a package holds whole characters only');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new RangeError('a package holds whole numbers only');
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError(`a package cannot hold ${typeof value}`);
  const parts = Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, own]) => `${canonicalJson(key)}:${canonicalJson(own)}`);
  return `{${parts.join(',')}}`;
}
