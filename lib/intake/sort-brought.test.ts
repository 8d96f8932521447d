import { describe, expect, it } from 'vitest';
import { type Brought, namedReferences, sortBrought } from './sort-brought';

const one = (reference: string, change: Partial<Brought> = {}): Brought => ({
  reference,
  isLodged: true,
  refusal: null,
  ...change,
});
const names = (brought: readonly Brought[]) => brought.map(({ reference }) => reference);

describe('undoing a submission', () => {
  it('sorts each consignment it brought into one pile', () => {
    const sorted = sortBrought([
      one('free'),
      one('held', { refusal: 'withdraw.acted_on' }),
      one('arrived', { refusal: 'withdraw.arrived' }),
      one('amended', { isLodged: false }),
      one('amended and held', { isLodged: false, refusal: 'withdraw.hold_open' }),
      one('gone', { refusal: 'withdraw.already' }),
      one('amended and gone', { isLodged: false, refusal: 'withdraw.already' }),
    ]);
    expect(names(sorted.withdrawable)).toEqual(['free']);
    expect(names(sorted.actedOn)).toEqual(['held', 'arrived']);
    expect(names(sorted.amended)).toEqual(['amended', 'amended and held']);
    expect(names(sorted.gone)).toEqual(['gone', 'amended and gone']);
  });

  it('names ten references and counts the others', () => {
    const many = Array.from({ length: 12 }, (_, index) => `R-${index + 1}`);
    expect(namedReferences(many)).toEqual({ count: 12, references: many.slice(0, 10).join(', '), more: 2 });
    expect(namedReferences(['R-1'])).toEqual({ count: 1, references: 'R-1', more: 0 });
  });
});
