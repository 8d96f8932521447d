import { describe, expect, it } from 'vitest';
import { breakdownOf, sharesOf } from './breakdown';
import { figureText, growth } from './measures';
import { valueBandOf } from './value-band';

const EUROS = { currency: 'EUR', minorDigits: 2 };

describe('a breakdown', () => {
  const rows = [
    { member: 'CN', value: 60n, previous: 10n },
    { member: 'TR', value: 30n, previous: 20n },
  ];
  it('has a rest, so that rows and rest sum to the total: 60 + 30 + 10 = 100', () => {
    const made = breakdownOf(rows, { members: 5, total: 100n, previousTotal: 40n });
    expect(made.rest).toEqual({ members: 3, value: 10n, previous: 10n });
    expect(sharesOf(rows[0] ?? { value: 0n, previous: null }, made)).toEqual({ share: 0.6, previousShare: 0.25 });
  });
  it('has no rest when every member is listed', () => {
    expect(breakdownOf(rows, { members: 2, total: 90n, previousTotal: null }).rest).toBeNull();
  });
});

describe('figures', () => {
  it('are exact in the minor units of the administration: 1,234,567 are EUR 12,345.67 or JPY 1,234,567', () => {
    const [yen, dinars] = [
      { currency: 'JPY', minorDigits: 0 },
      { currency: 'BHD', minorDigits: 3 },
    ];
    expect([yen, dinars].map((currency) => figureText('value', 1_234_567n, currency))).toEqual(['1234567', '1234.567']);
    expect([
      figureText('value', 1_234_567n, EUROS),
      figureText('mass', 5n, EUROS),
      figureText('items', 7n, EUROS),
    ]).toEqual(['12345.67', '0.005', '7']);
  });
  it('grow from something or not at all', () => {
    expect(growth(112n, 100n)).toBeCloseTo(0.12);
    expect(growth(5n, 0n)).toBeNull();
  });
  it('lie in the band that holds its upper edge: 150.00 is within 150, 150.01 is not', () => {
    expect([valueBandOf(15_000n), valueBandOf(15_001n), valueBandOf(0n), valueBandOf(100_001n)]).toEqual([
      '100-150',
      '150-1000',
      '0-10',
      '1000+',
    ]);
  });
});
