import { describe, expect, it } from 'vitest';
import { type CheckRow, checkRow } from './check-row';

const row = (changes: Partial<CheckRow>): CheckRow => ({
  base: '158.01',
  rate: '12',
  kind: 'ad_valorem',
  amount: '18.96',
  currency: 'EUR',
  rounding: 'half_up',
  ...changes,
});

describe('a row of worked charges', () => {
  it('that the engine works out alike is exact', () => {
    expect(checkRow(row({}))).toMatchObject({ outcome: 'exact', worked: '18.96' });
  });
  it('that comes to another amount is different, with its working', () => {
    expect(checkRow(row({ amount: '18.97' }))).toEqual({
      outcome: 'different',
      expected: '18.97',
      worked: '18.96',
      working: 'ad_valorem: 12 on 158.01 = 18.9612, halfUp to 0.01',
    });
  });
  it.each<[Partial<CheckRow>, string]>([
    [{ kind: 'VAT', rate: '12%' }, '18.96'],
    [{ kind: 'Ad Valorem', rounding: 'ROUND_UP' }, '18.97'],
    [{ kind: 'inside', base: '300.00', rate: '17' }, '61.45'],
    [{ kind: 'compound', base: '60.00; 5 kg', rate: '12.8% + 176.8 EUR/100 kg' }, '16.52'],
    [{ currency: 'JPY', rounding: 'down:100', base: '25000', rate: '10.9' }, '2700'],
    [{ currency: 'eur' }, '18.96'],
    [{ kind: 'compound', base: '60.00; 5', rate: '12.8% + 1.768/kg' }, '16.52'],
    [{ kind: 'compound', base: '4.00; 1 item', rate: '4.5% min 0.3 EUR/p/st max 0.8 EUR/p/st' }, '0.30'],
    [{ kind: 'specific', base: '2.5', rate: '41.2 EUR/100 kg' }, '1.03'],
    [{ kind: 'specific', base: '250 g', rate: 'EUR 4/kg' }, '1.00'],
    [{ currency: 'KWD', base: '10.000', rate: '5.55' }, '0.555'],
  ])('%j comes to %s', (changes, worked) => {
    expect(checkRow(row(changes))).toMatchObject({ worked });
  });
  it.each<[Partial<CheckRow>, string, string]>([
    [{ base: '1,000' }, 'base', 'no_decimal'],
    [{ rate: '-3' }, 'rate', 'negative'],
    [{ rate: '100', kind: 'inside' }, 'rate', 'absurd_percentage'],
    [{ rate: '0', kind: 'exchange' }, 'rate', 'nil'],
    [{ kind: 'tithe' }, 'kind', 'unknown_kind'],
    [{ amount: '' }, 'amount', 'missing'],
    [{ amount: '18.9.6' }, 'amount', 'no_decimal'],
    [{ base: '60.00; many kg', kind: 'compound', rate: '3 EUR/kg' }, 'base', 'no_decimal_with_quantities'],
    [{ currency: 'EURO' }, 'currency', 'unknown_currency'],
    [{ rounding: 'nicely' }, 'rounding', 'unknown_rounding'],
    [{ kind: 'compound', rate: '12% + much' }, 'rate', 'not_a_term at 6'],
    [{ kind: 'compound', rate: '3 EUR/kg' }, 'base', 'quantity_missing kg'],
  ])('%j is bad: %s, %s', (changes, column, rule) => {
    expect(checkRow(row(changes))).toMatchObject({ outcome: 'bad', column, rule });
  });
});
