import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES, EU_COUNTRY_CODES } from './countries';
import { CURRENCY_MINOR_DIGITS } from './currencies';
import { HS_CHAPTERS } from './hs-chapters';
import { HS6, subheadingName } from './hs6';
import { CUSTOMS_OFFICES } from './offices';

describe('code lists', () => {
  it('hold 249 countries of ISO 3166-1 and the two customs codes, the 27 member states among them', () => {
    expect(COUNTRY_CODES.size).toBe(251);
    expect([...EU_COUNTRY_CODES].filter((code) => !COUNTRY_CODES.has(code))).toEqual([]);
    expect(EU_COUNTRY_CODES.size).toBe(27);
  });

  it('know that yen have no minor unit, euro two digits and dinars three', () => {
    expect(['JPY', 'EUR', 'KWD'].map((code) => CURRENCY_MINOR_DIGITS.get(code))).toEqual([0, 2, 3]);
  });

  it('name every chapter once, and every subheading under one of them', () => {
    expect(HS_CHAPTERS.size).toBe(96);
    for (const [code, name] of HS6) {
      expect(code).toMatch(/^\d{6}$/);
      expect(name.trim()).not.toBe('');
      expect(HS_CHAPTERS.has(code.slice(0, 2))).toBe(true);
    }
    expect(subheadingName('6109100010')).toBe('T-shirts and vests, knitted cotton');
    expect(subheadingName(null)).toBeNull();
  });

  it('place every customs office in a member state', () => {
    expect(CUSTOMS_OFFICES.length).toBeGreaterThanOrEqual(30);
    for (const { code, country } of CUSTOMS_OFFICES) expect(EU_COUNTRY_CODES.has(country), code).toBe(true);
  });
});
