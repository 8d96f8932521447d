import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anItem, aRecord, policyOn } from '@/tests/support/records';
import { chargesOf } from './charges';

const cents = fc
  .integer({ min: 1, max: 40_000 })
  .map((minor) => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`);

const record = fc
  .record({
    items: fc.array(
      fc.record({
        value: cents,
        currency: fc.constantFrom('EUR', 'USD', 'CNY', 'GBP', 'TRY', 'XXX'),
        commodityCode: fc.constantFrom('610910', '6109100010', '910211', '330300', '240220', '490199', '999999', null),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    transportCost: fc.option(cents, { nil: null }),
    transactionType: fc.constantFrom('sale', 'gift', 'documents', 'other'),
    schemeId: fc.constantFrom('IM5281234567', 'IM5280000000', 'nonsense', null),
  })
  .map(({ items, transportCost, ...rest }) =>
    aRecord({
      ...rest,
      transportCost,
      transportCurrency: transportCost === null ? null : 'USD',
      items: items.map((item, index) => anItem({ ...item, itemNumber: index + 1 })),
    }),
  );

const day = fc.constantFrom('2026-06-30', '2026-07-01', '2028-07-01');

describe('charges', () => {
  it('the items and the lines sum to the totals, to the cent', () => {
    fc.assert(
      fc.property(record, day, (sent, on) => {
        const charges = chargesOf(sent, policyOn(on));
        const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
        const ofKind = (kind: string) => charges.lines.filter((line) => line.kind === kind);
        expect(sum(charges.items.map((item) => item.valueMinor))).toBe(charges.intrinsicValueMinor);
        expect(sum(charges.items.map((item) => item.dutyMinor))).toBe(charges.dutyMinor);
        expect(sum(charges.items.map((item) => item.vatMinor))).toBe(charges.vatMinor);
        expect(sum(ofKind('duty').map((line) => line.amountMinor))).toBe(charges.dutyMinor);
        expect(sum(ofKind('vat').map((line) => line.amountMinor))).toBe(charges.vatMinor);
      }),
    );
  });

  it('nothing is negative, and every item has its duty line', () => {
    fc.assert(
      fc.property(record, day, (sent, on) => {
        const charges = chargesOf(sent, policyOn(on));
        for (const line of charges.lines) expect(line.amountMinor >= 0n && line.baseMinor >= 0n).toBe(true);
        for (const item of sent.items) {
          expect(
            charges.lines.filter((line) => line.kind === 'duty' && line.itemNumber === item.itemNumber),
          ).not.toEqual([]);
        }
      }),
    );
  });

  it('the flat duty is 3.00 for each distinct subheading within the limit, however the lines are cut', () => {
    const lines = fc.array(
      fc.tuple(fc.constantFrom('610910', '910211', '420292', '950300'), fc.integer({ min: 1, max: 1000 })),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(lines, (cut) => {
        const items = cut.map(([commodityCode, minor], index) =>
          anItem({
            itemNumber: index + 1,
            commodityCode,
            value: `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`,
          }),
        );
        const { dutyMinor } = chargesOf(aRecord({ items }), policyOn('2026-07-01'));
        expect(dutyMinor).toBe(300n * BigInt(new Set(cut.map(([code]) => code)).size));
      }),
    );
  });
});
