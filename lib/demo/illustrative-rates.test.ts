import { describe, expect, it } from 'vitest';
import { illustrativeRates } from './illustrative-rates';

const KNOWN = [
  { currency: 'USD', unitsPerBase: '1.1684' },
  { currency: 'IDR', unitsPerBase: '20082.05' },
];
const rates = (from: string, to: string, after = '2026-04-01') => illustrativeRates('EUR', KNOWN, { from, to, after });

describe('the rates of the demo', () => {
  it('begin anew each month, over the turn of the year too, near the rates they are made of', () => {
    const [header, ...rows] = rates('2026-11-20', '2027-02-03').trim().split('\n');
    expect(header).toBe('valid_from,base,currency,rate');
    const cells = rows.map((row) => row.split(','));
    expect([...new Set(cells.map(([month]) => month))]).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
    ]);
    for (const [, base, currency, rate] of cells) {
      expect(base).toBe('EUR');
      const known = Number(KNOWN.find((one) => one.currency === currency)?.unitsPerBase);
      expect(rate).toMatch(/^\d+\.?\d*$/);
      expect(Math.abs(Number(rate) / known - 1)).toBeLessThanOrEqual(0.0201);
    }
  });

  it('are the same whenever they are made', () => {
    expect(rates('2026-08-01', '2026-09-30')).toBe(rates('2026-08-20', '2026-09-01'));
  });

  it('are none for days that published rates are for', () => {
    expect(rates('2026-02-01', '2026-04-30')).toBe('');
  });
});
