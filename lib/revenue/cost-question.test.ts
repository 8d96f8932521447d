import { describe, expect, it } from 'vitest';
import { OWN_CODE_LISTS } from '@/lib/codes/code-lists';
import { type CostTerms, readCostQuestion, rowsOf, type Typed } from './cost-question';

const TERMS: CostTerms = {
  lists: OWN_CODE_LISTS,
  destinations: new Set(['DE']),
  today: '2026-11-28',
  firstDay: '2024-11-27',
  lastDay: '2028-11-28',
};
const SHIRT = { currency: 'EUR', goods1: '6109.10', value1: '12.00' };
const read = (typed: Typed) => readCostQuestion(typed, TERMS);
const faults = (typed: Typed) => read({ ...SHIRT, ...typed }).faults;

describe('A question about costs', () => {
  it('takes a code with the points tariffs print, and words as words', () => {
    expect(read({ ...SHIRT, goods3: ' wool hat ', value3: '8' }).question).toMatchObject({
      day: '2026-11-28',
      transactionType: 'sale',
      isUnderScheme: false,
      items: [
        { code: '610910', words: null, value: '12.00' },
        { code: null, words: 'wool hat', value: '8' },
      ],
    });
  });

  it('names every fault at once by field, rule and what was typed', () => {
    expect(
      faults({ goods1: '61', value1: '12,50', from: 'ZZ', to: 'FR', day: '2026-02-30', kind: 'theft', goods2: 'hat' }),
    ).toEqual([
      { field: 'day', rule: 'no_day', value: '2026-02-30' },
      { field: 'kind', rule: 'unknown_kind', value: 'theft' },
      { field: 'from', rule: 'unknown_country', value: 'ZZ' },
      { field: 'to', rule: 'unknown_country', value: 'FR' },
      { field: 'goods1', rule: 'no_code', value: '61' },
      { field: 'value1', rule: 'decimal_comma', value: '12,50' },
      { field: 'value2', rule: 'required', value: '' },
    ]);
  });

  it.each([
    ['value1', '12.005', 'too_many_decimals'],
    ['value1', '0', 'not_above_zero'],
    ['value1', '-3', 'not_above_zero'],
    ['value1', '1e9', 'no_decimal'],
    ['value1', '123456789012345', 'too_large'],
    ['quantity1', 'two', 'no_decimal'],
    ['goods1', '009999', 'unknown_code'],
    ['goods1', 'x'.repeat(201), 'too_long'],
    ['currency', 'EURO', 'unknown_currency'],
    ['day', '2030-01-01', 'day_out_of_range'],
  ])('%s %s breaks the rule %s', (field, value, rule) => {
    expect(faults({ [field]: value })).toContainEqual({ field, rule, value });
  });

  it('lets transport be nil, and the yen have no decimals', () => {
    expect(faults({ transport: '0' })).toEqual([]);
    expect(faults({ currency: 'JPY', value1: '3000' })).toEqual([]);
    expect(faults({ currency: 'JPY' })).toMatchObject([{ field: 'value1', rule: 'too_many_decimals' }]);
  });

  it('counts the lines in which something was typed, and always the first', () => {
    expect(rowsOf({})).toEqual([1]);
    expect(rowsOf({ goods2: '', mass4: '1' })).toEqual([1, 4]);
  });
});
