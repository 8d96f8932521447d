// Source: Universal Postal Union, addressing systems of its members (state of 2025); the shapes are facts, written here anew.
// Blanks and hyphens inside a code are left to the writer, as is the country's letter before it; countries without codes are left out.

const SHAPES: Readonly<Record<string, string>> = {
  AT: '\\d{4}',
  AU: '\\d{4}',
  BE: '\\d{4}',
  BG: '\\d{4}',
  BR: '\\d{8}',
  CA: '[A-Z]\\d[A-Z]\\d[A-Z]\\d',
  CH: '\\d{4}',
  CN: '\\d{6}',
  CY: '\\d{4}',
  CZ: '\\d{5}',
  DE: '\\d{5}',
  DK: '\\d{4}',
  EE: '\\d{5}',
  ES: '\\d{5}',
  FI: '\\d{5}',
  FR: '\\d{5}',
  GB: '[A-Z]{1,2}\\d[A-Z\\d]?\\d[A-Z]{2}',
  GR: '\\d{5}',
  HR: '\\d{5}',
  HU: '\\d{4}',
  IE: '[A-Z]\\d[\\dW][A-Z\\d]{4}',
  IN: '\\d{6}',
  IT: '\\d{5}',
  JP: '\\d{7}',
  KR: '\\d{5}',
  LT: '\\d{5}',
  LU: '\\d{4}',
  LV: '\\d{4}',
  MT: '[A-Z]{3}\\d{4}',
  NL: '\\d{4}(?:[A-Z]{2})?',
  NO: '\\d{4}',
  PL: '\\d{5}',
  PT: '\\d{4}(?:\\d{3})?',
  RO: '\\d{6}',
  SE: '\\d{5}',
  SI: '\\d{4}',
  SK: '\\d{5}',
  TR: '\\d{5}',
  US: '\\d{5}(?:\\d{4})?',
};

const POSTCODES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(SHAPES).map(([country, shape]) => [country, new RegExp(`^(?:${country})?${shape}$`)]),
);

/** Whether a postcode has the shape its country uses; true where the shape of the country is not known. */
export function isPostcodeShaped(postcode: string, country: string): boolean {
  const shape = POSTCODES.get(country);
  return shape === undefined || shape.test(postcode) || shape.test(postcode.replace(/[\s-]/g, '').toUpperCase());
}
