import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rounding } from '@/lib/kernel/decimal';
import { allocate } from '@/lib/kernel/money';
import { fraction, rational } from '@/lib/kernel/rational';
import { worked } from '@/tests/support/charged-goods';
import { EXAMPLE_LAWS } from './examples/all';
import { roundLines, roundTo } from './round';

describe('each rounding mode, by the table of IEEE 754 and of java.math.RoundingMode', () => {
  const inputs = ['5.5', '2.5', '1.6', '1.1', '1.0', '-1.0', '-1.1', '-1.6', '-2.5', '-5.5'];
  it.each<[Rounding, string]>([
    ['up', '6 3 2 2 1 -1 -2 -2 -3 -6'],
    ['down', '5 2 1 1 1 -1 -1 -1 -2 -5'],
    ['ceiling', '6 3 2 2 1 -1 -1 -1 -2 -5'],
    ['floor', '5 2 1 1 1 -1 -2 -2 -3 -6'],
    ['halfUp', '6 3 2 1 1 -1 -1 -2 -3 -6'],
    ['halfDown', '5 2 2 1 1 -1 -1 -2 -2 -5'],
    ['halfEven', '6 2 2 1 1 -1 -1 -2 -2 -6'],
  ])('java.math.RoundingMode table: %s', (mode, expected) => {
    expect(inputs.map((text) => roundTo(rational(text), { step: '1', mode, level: 'line' }, 0)).join(' ')).toBe(
      expected,
    );
  });
  it('Swiss Federal Act on Currency (SR 941.10): to five centimes, 5.265 is 5.25 and 5.275 is 5.30', () => {
    const five = { step: '0.05', mode: 'halfUp', level: 'line' } as const;
    expect([roundTo(rational('5.265'), five, 2), roundTo(rational('5.275'), five, 2)]).toEqual([525n, 530n]);
  });
  it('a third is rounded as the fraction it is', () => {
    expect(roundTo(fraction(1n, 3n), { step: '0.01', mode: 'up', level: 'line' }, 2)).toBe(34n);
  });
});

describe('apportionment', () => {
  it('Reg. 2015/2447 Art. 138: freight of 10.00 over three equal values is 3.34, 3.33, 3.33', () => {
    expect(allocate(1000n, [100n, 100n, 100n])).toEqual([334n, 333n, 333n]);
  });
  it('freight of 8.00 over 10, 20 and 30 is 1.33, 2.67, 4.00', () => {
    expect(allocate(800n, [1000n, 2000n, 3000n])).toEqual([133n, 267n, 400n]);
  });
  it('shares of a sum rounded once add up to the sum', () => {
    const exact = ['0.333', '0.333', '0.333'].map(rational);
    const shares = roundLines(exact, { step: '0.01', mode: 'halfUp', level: 'consignment' }, 2);
    expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(100n);
  });
  it('under every example law the lines sum to the totals, whatever the goods', () => {
    const values = fc.array(fc.bigInt({ min: 0n, max: 900_000n }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.constantFrom(...EXAMPLE_LAWS),
        values,
        fc.bigInt({ min: 0n, max: 99_999n }),
        (one, all, freight) => {
          const items = all.map((value, index) => ({ value: `${value}`, code: `61091${index}` }));
          const rates = Object.fromEntries(
            ['USD'].filter((code) => code !== one.law.currency).map((code) => [code, '0.7']),
          );
          const charges = worked(one.law, items, { freight: `${freight}`, rates });
          const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
          const ofKind = (kind: string) =>
            sum(charges.lines.flatMap((line) => (line.kind === kind ? [line.amountMinor] : [])));
          expect(sum(charges.items.map(({ dutyMinor }) => dutyMinor))).toBe(charges.dutyMinor);
          expect(sum(charges.items.map(({ vatMinor }) => vatMinor))).toBe(charges.vatMinor);
          expect(sum(charges.items.map(({ valueMinor }) => valueMinor))).toBe(charges.intrinsicValueMinor);
          expect([ofKind('duty'), ofKind('vat')]).toEqual([charges.dutyMinor, charges.vatMinor]);
          expect(charges.lines.every(({ working, citation }) => working.code !== '' && citation !== '')).toBe(true);
        },
      ),
    );
  });
});
