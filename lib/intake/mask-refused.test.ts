import { describe, expect, it } from 'vitest';
import type { Problem } from '@/lib/kernel/problem';
import { maskRefused } from './mask-refused';
import { fault, warning } from './problem-codes';

const shown = (...problems: Problem[]) =>
  maskRefused({ reference: 'R-1', problems }).problems.map(({ value }) => value);

describe('a refused record whose look is not noted', () => {
  it.each([
    ['recipient_country', 'Lindelaan 12'],
    ['currency', 'Nora'],
    ['items.0.value', '+31101234567'],
    ['items.0.value', '0612345678'],
    ['gross_mass_kg', '31612345678'],
    ['office', 'Rotterdam'],
    ['items.0.quantity', '3011 AB'],
    ['recipient_name', 'Nora Testmann'],
    ['recipient_id', 'NL123456'],
    ['items.0.description', 'Nora Testmann'],
    ['seller_name', 'Nora Testmann'],
    ['transport_mode', 'Nora'],
    ['expected_arrival_at', '17/05/1984'],
    ['items.0.value', '06,12345678'],
    ['reference', 'Nora Testmann'],
    ['a column we do not know', 'Nora Testmann'],
    ['', 'R-1,h7,Nora Testmann,Lindelaan 12'],
  ])('does not show what stands in %s and is no code of it: %s', (pointer, value) => {
    expect(shown(fault('not_in_list', pointer, { value }))).toEqual(['***']);
  });

  it.each([
    ['recipient_country', 'XX'],
    ['items.0.currency', 'XYZ'],
    ['items.1.value', '0.00'],
    ['items.0.commodity_code', '854442'],
    ['s10_id', 'RR123456789CN'],
    ['transaction_type', 'gift'],
    ['expected_arrival_at', '2026-03-01T10:22:00Z'],
    ['reference', 'ORDER-2026-0001'],
    ['transport_mode', 'air'],
    ['transport_mode', '40'],
    ['transaction_type', 'Commercial'],
    ['items.0.value', '12,50'],
    ['items.0.value', '1.234,50'],
    ['items.0.value', '12.50 EUR'],
    ['gross_mass_kg', '150 g'],
    ['items.0.commodity_code', '8544.42'],
    ['items.0.currency', 'eur'],
    ['expected_arrival_at', '01/03/2026'],
    ['expected_arrival_at', '2026-03-01 10:22'],
  ])('shows a value of %s that is of its kind, rightly written or not: %s', (pointer, value) => {
    expect(shown(warning('not_in_list', pointer, { value }))).toEqual([value]);
  });

  it('shows no value at all once one of them stands in a column that is not its own', () => {
    const street = fault('country_unknown', 'recipient_country', { value: 'Lindelaan 12' });
    const code = fault('commodity_code_shape', 'items.0.commodity_code', { value: '0612345678' });
    expect(shown(street, code)).toEqual(['***', '***']);
    expect(shown(code)).toEqual(['0612345678']);
  });

  it('shows no value of a row that could not be told apart into columns, and no reference without a number', () => {
    const broken = fault('row_field_count', '', {
      line: 2,
      value: 'Nora,Lindelaan 12',
      params: { expected: 3, found: 2 },
    });
    const other = fault('country_unknown', 'recipient_country', { value: 'XX' });
    expect(maskRefused({ reference: 'Testmann', problems: [broken, other] })).toMatchObject({
      reference: '***',
      problems: [{ value: '***', params: { expected: 3, found: 2 } }, { value: '***' }],
    });
    expect(maskRefused({ reference: 'ORDER-17', problems: [broken] }).reference).toBe('ORDER-17');
    expect(maskRefused({ reference: null, problems: [broken] }).reference).toBeNull();
  });

  it('masks the value of the first row that another differs from', () => {
    const params = { firstLine: 2, firstValue: 'Nora Testmann' };
    const [problem] = maskRefused({
      reference: 'R-1',
      problems: [fault('rows_disagree', 'recipient_name', { value: 'Nora', params })],
    }).problems;
    expect(problem).toMatchObject({ value: '***', params: { firstLine: 2, firstValue: '***' } });
  });
});
