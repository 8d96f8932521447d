import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES, EU_COUNTRY_CODES } from './countries';
import { CURRENCY_MINOR_DIGITS } from './currencies';
import { HS_SUBHEADINGS, unknownPartOf } from './hs-2022';
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

  it('know the 5,612 subheadings of HS 2022 and say from which figure on a code is none of them', () => {
    expect(HS_SUBHEADINGS.size).toBe(5_612);
    expect([...HS6.keys()].filter((code) => !HS_SUBHEADINGS.has(code))).toEqual([]);
    expect(
      ['610910', '6109100010', '040310', '010100', '610999', '009900', '770000', '980100'].map((code) =>
        unknownPartOf(code),
      ),
    ).toEqual([null, null, 'subheading', 'subheading', 'subheading', 'chapter', 'chapter', null]);
    expect(unknownPartOf('0155')).toBe('heading');
  });

  it('place every customs office in a member state', () => {
    expect(CUSTOMS_OFFICES.length).toBeGreaterThanOrEqual(30);
    for (const { code, country } of CUSTOMS_OFFICES) expect(EU_COUNTRY_CODES.has(country), code).toBe(true);
  });
});
