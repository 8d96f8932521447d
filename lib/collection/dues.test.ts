import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chargeable, duesOf, entriesOf, kindOf, toPost } from './dues';

const minor = fc.bigInt({ min: -1_000_000n, max: 1_000_000n });
const line = fc.record({
  kind: fc.constantFrom('duty' as const, 'vat' as const, 'fee' as const),
  itemNumber: fc.constantFrom(1, 2),
  code: fc.constantFrom('duty_flat', 'duty_relief', 'vat', 'vat_vendor', 'vat_gift', 'fee_handling'),
  baseMinor: minor,
  amountMinor: minor,
  forgoneMinor: fc.bigInt({ min: 0n, max: 1_000_000n }),
});
const goods = fc.record({
  isReleased: fc.boolean(),
  partnerId: fc.constantFrom('p1', 'p2'),
  collectionModel: fc.constantFrom('vendor' as const, 'intermediary' as const, 'buyer' as const, 'operator' as const),
  schemeId: fc.constantFrom(null, 'IM1'),
  currency: fc.constant('EUR'),
  lines: fc.array(line, { maxLength: 6 }),
  foundMinor: minor,
  remittedMinor: fc.bigInt({ min: 0n, max: 1_000n }),
}) satisfies fc.Arbitrary<Chargeable>;

describe('What is to be posted', () => {
  it('turns what was posted into what is due, however a consignment changes', () => {
    fc.assert(
      fc.property(fc.array(goods, { minLength: 1, maxLength: 8 }), (states) => {
        const posted: ReturnType<typeof duesOf> = [];
        for (const state of states) posted.push(...toPost(posted, duesOf(state)));
        expect(toPost(posted, duesOf(states.at(-1) as Chargeable))).toEqual([]);
        const sum = posted.flatMap(entriesOf).reduce((total, { minor: amount }) => total + amount, 0n);
        expect(sum).toBe(0n);
      }),
    );
  });

  it('is nothing when nothing changed, and all of it back when nothing is due any more', () => {
    fc.assert(
      fc.property(goods, (state) => {
        const due = duesOf({ ...state, isReleased: true });
        expect(toPost(due, due)).toEqual([]);
        const back = toPost(due, []);
        expect(back.map(({ amountMinor }) => -amountMinor)).toEqual(due.map(({ amountMinor }) => amountMinor));
        if (due.length > 0) expect(kindOf(due, [])).toBe('reversed');
        expect(kindOf([], due)).toBe('assessed');
      }),
    );
  });

  it('of goods that are not released is nothing', () => {
    fc.assert(
      fc.property(goods, (state) => {
        expect(duesOf({ ...state, isReleased: false })).toEqual([]);
      }),
    );
  });

  it('counts of a relief what the goods would have borne, not what they are worth', () => {
    const relieved = { kind: 'vat', itemNumber: 1, code: 'vat_gift', baseMinor: 4_000n, amountMinor: 0n } as const;
    const lines = [{ ...relieved, forgoneMinor: 840n }];
    const one = { isReleased: true, partnerId: 'p1', schemeId: null, currency: 'EUR', foundMinor: 0n } as const;
    expect(duesOf({ ...one, remittedMinor: 0n, collectionModel: 'operator', lines })).toEqual([
      { accountId: 'forgone:vat_gift:EUR', contraId: 'memo:relief', charge: 'relief', amountMinor: 840n },
    ]);
  });

  it('names the debtor of each model; a vendor owes nothing at the border', () => {
    const one = {
      isReleased: true,
      partnerId: 'p1',
      schemeId: null,
      currency: 'EUR',
      foundMinor: 0n,
      remittedMinor: 0n,
    } as const;
    const flat = { kind: 'duty', itemNumber: 1, code: 'duty_flat', baseMinor: 1_200n, amountMinor: 300n } as const;
    const lines = [{ ...flat, forgoneMinor: 0n }];
    const debtor = (collectionModel: Chargeable['collectionModel']) =>
      duesOf({ ...one, lines, collectionModel }).map(({ accountId }) => accountId);
    expect(debtor('operator')).toEqual(['operator:p1:EUR']);
    expect(debtor('vendor')).toEqual(['operator:p1:EUR']);
    expect(debtor('intermediary')).toEqual(['intermediary:p1:EUR']);
    expect(debtor('buyer')).toEqual(['buyer:p1:EUR']);
  });
});
