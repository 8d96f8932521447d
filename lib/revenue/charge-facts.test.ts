import { describe, expect, it } from 'vitest';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { assessed } from '@/tests/support/assessed';
import { aHistory, anItem, aRecord, FLAT_DAY, policyOn, RELIEF_DAY } from '@/tests/support/records';
import { type ChargeFacts, NO_OTHERS, type SplitOthers, splitTest } from './charge-facts';
import { chargesOf } from './charges';
import { schemeChecks } from './scheme-checks';
import type { SchemeStanding } from './scheme-register';

const SCHEME = 'IM5281234567';
const other = (id: string, intrinsicMinor: bigint, customsMinor = intrinsicMinor): SplitOthers => ({
  ...{ consignments: 1, ids: [id], intrinsicMinor, customsMinor },
});
const allOf = (...others: SplitOthers[]): SplitOthers =>
  others.reduce(
    (sum, one) => ({
      consignments: sum.consignments + one.consignments,
      intrinsicMinor: sum.intrinsicMinor + one.intrinsicMinor,
      customsMinor: sum.customsMinor + one.customsMinor,
      ids: [...sum.ids, ...one.ids],
    }),
    NO_OTHERS,
  );
const split = (...others: SplitOthers[]): ChargeFacts => ({
  split: splitTest('recipient', allOf(...others)),
  scheme: null,
});
const standing = (changes: Partial<SchemeStanding> = {}): ChargeFacts => ({
  split: null,
  scheme: { state: 'valid', day: '2026-01-01', holder: 'Linden', isHolder: true, edition: '2026-11', ...changes },
});
const charged = (chargeFacts: ChargeFacts | null, changes: Partial<ConsignmentRecord> = {}, day = FLAT_DAY) => {
  const record = { ...aRecord({ items: [anItem({ value: '60.00' })], ...changes }), chargeFacts };
  return chargesOf(record, policyOn(day));
};
const codes = ({ lines }: ReturnType<typeof charged>) => lines.map(({ working }) => working.code);

describe('Goods that were split off others of the day', () => {
  it('60.00 EUR alone bear the flat duty; with 100.00 of the same day they pass 150 and bear the tariff: 12 % = 7.20', () => {
    expect(charged(null)).toMatchObject({ dutyMinor: 300n });
    const together = charged(split(other('a', 6_000n), other('b', 4_000n)));
    expect(together).toMatchObject({ dutyMinor: 720n });
    expect(codes(together)).toEqual(['duty_ad_valorem', 'vat']);
    expect(together.lines[0]?.working.values).toMatchObject({
      togetherBy: 'recipient',
      togetherCount: 2,
      togetherOwn: '60.00',
      togetherOthers: '100.00',
      togetherTotal: '160.00',
    });
  });

  it('with 90.00 of the same day they come to the limit of 150.00 just so, and stay within it', () => {
    expect(charged(split(other('a', 9_000n)))).toMatchObject({ dutyMinor: 300n });
    expect(charged(split(other('a', 9_001n)))).toMatchObject({ dutyMinor: 720n });
  });

  it('what the vendor would account for passes the ceiling too: VAT is due at the border, and the line says why', () => {
    const alone = charged(null, { schemeId: SCHEME });
    expect(codes(alone)).toEqual(['duty_flat', 'vat_vendor']);
    const together = charged(split(other('a', 9_001n)), { schemeId: SCHEME });
    expect(codes(together)).toEqual(['duty_ad_valorem', 'vat']);
    expect(together.lines[1]?.working.values).toMatchObject({ schemeWhy: 'ceiling', schemeLimit: '150 EUR' });
  });

  it('the limit tests the goods alone: transport of the others counts for nothing (Regulation (EC) No 1186/2009, Article 23)', () => {
    expect(charged(split(other('a', 9_000n, 19_000n)), {}, RELIEF_DAY)).toMatchObject({ dutyMinor: 0n });
  });

  it('are tested together where the risk side finds the split, and alone where it does not', () => {
    const sameDay = { recipient: allOf(other('a', 6_000n), other('b', 6_000n)), address: NO_OTHERS };
    const record = aRecord({ items: [anItem({ value: '60.00' })] });
    const recipient = aHistory({ consignments7d: 2, valueMinor7d: 12_000n });
    const found = assessed(record, { recipient, sameDay });
    expect(found.indicators.map(({ code }) => code)).toContain('splitting');
    expect(found).toMatchObject({
      chargeFacts: { split: { by: 'recipient', consignments: 2, intrinsicMinor: '12000', ids: ['a', 'b'] } },
    });
    expect(found.charges.dutyMinor).toBe(720n);
    const notFound = assessed(record, { recipient: aHistory({ consignments7d: 1, valueMinor7d: 6_000n }), sameDay });
    expect(notFound.chargeFacts).toBeNull();
    expect(notFound.charges.dutyMinor).toBe(300n);
  });

  it('are tested by their address where the series to the recipient lies on other days', () => {
    const sameDay = { recipient: NO_OTHERS, address: allOf(other('a', 6_000n), other('b', 6_000n)) };
    const record = aRecord({ items: [anItem({ value: '60.00' })] });
    const series = aHistory({ consignments7d: 2, valueMinor7d: 12_000n });
    const found = assessed(record, { recipient: series, address: series, sameDay });
    expect(found.chargeFacts).toMatchObject({ split: { by: 'address', consignments: 2, intrinsicMinor: '12000' } });
    expect(found.charges.dutyMinor).toBe(720n);
    // Who lives at an address that shows no series of its own is no part of it.
    expect(assessed(record, { recipient: series, address: aHistory(), sameDay }).chargeFacts).toBeNull();
  });

  it('come out the same when they are charged again from what was stored', () => {
    const record = aRecord({ items: [anItem({ value: '60.00' })] });
    const recipient = aHistory({ consignments7d: 2, valueMinor7d: 12_000n });
    const sameDay = { recipient: allOf(other('a', 6_000n), other('b', 6_000n)), address: NO_OTHERS };
    const { charges, chargeFacts } = assessed(record, { recipient, sameDay });
    const stored = JSON.parse(JSON.stringify(chargeFacts)) as ChargeFacts;
    expect(chargesOf({ ...record, chargeFacts: stored }, policyOn(FLAT_DAY))).toEqual(charges);
  });
});

describe('A relief', () => {
  it('says what it frees of: a gift of 40.00 would bear 12 % = 4.80, and VAT 21 % of 44.80 = 9.41', () => {
    const { lines } = charged(null, { transactionType: 'gift', items: [anItem({ value: '40.00' })] });
    expect(lines.map(({ working }) => [working.code, working.values.forgone])).toEqual([
      ['duty_gift', '4.80'],
      ['vat_gift', '9.41'],
    ]);
  });

  it('up to 150 euro, before July 2026, frees of the tariff duty alone: 12 % of 60.00 = 7.20', () => {
    const { lines } = charged(null, {}, RELIEF_DAY);
    expect(lines.map(({ working }) => [working.code, working.values.forgone])).toEqual([
      ['duty_relief', '7.20'],
      ['vat', undefined],
    ]);
  });

  it('of goods without a code is open, and no nil', () => {
    const items = [anItem({ value: '40.00', commodityCode: null })];
    const { lines } = charged(null, { transactionType: 'gift', items });
    expect(lines.every(({ working }) => working.values.forgone === undefined)).toBe(true);
  });
});

describe('A scheme number that its register does not bear out', () => {
  const sold = { schemeId: SCHEME };

  it.each([
    ['valid', standing(), 'vat_vendor', undefined],
    ['of a state without a register', null, 'vat_vendor', undefined],
    ['not registered', standing({ state: 'unregistered', day: null }), 'vat', 'unregistered'],
    ['ended', standing({ state: 'ended', day: '2026-06-30' }), 'vat', 'ended'],
    ['not yet valid', standing({ state: 'not_yet', day: '2026-12-01' }), 'vat', 'not_yet'],
    [
      'used by another than its holder: for an officer to look at',
      standing({ isHolder: false }),
      'vat_vendor',
      undefined,
    ],
  ] as const)('%s', (_, facts, code, why) => {
    const { lines } = charged(facts, sold);
    expect(lines[1]?.working.code).toBe(code);
    expect(lines[1]?.working.values.schemeWhy).toBe(why);
  });

  it.each([
    ['a malformed one', { schemeId: 'IN5281234567' }, 'format'],
    ['one of no Member State', { schemeId: 'IM9991234567' }, 'state'],
    ['a gift', { schemeId: SCHEME, transactionType: 'gift' }, 'not_sale'],
  ] as const)('%s frees nothing: VAT 21 % of 63.00 = 13.23', (_, changes, why) => {
    const { lines, vatMinor } = charged(null, changes);
    expect(vatMinor).toBe(1323n);
    expect(lines[1]?.working.values).toMatchObject({ schemeRefused: changes.schemeId, schemeWhy: why });
  });

  it('is checked by every rule, each with its field and value', () => {
    const checks = (facts: ChargeFacts | null, intrinsicMinor = 6_000n, schemeId = SCHEME) =>
      schemeChecks({ schemeId, facts, day: FLAT_DAY, intrinsicMinor, soldBy: 'Threadly' }, policyOn(FLAT_DAY)).map(
        ({ rule, field, value, verdict }) => [rule, field, value, verdict].join(' '),
      );
    expect(checks(standing({ isHolder: false }))).toEqual([
      `format scheme_id ${SCHEME} passed`,
      'state scheme_id 528 passed',
      `registered scheme_id ${SCHEME} passed`,
      `valid_on scheme_id ${FLAT_DAY} passed`,
      'ceiling value 60.00 passed',
      'holder seller_name Threadly failed',
    ]);
    expect(checks(standing({ state: 'ended', day: '2026-06-30' }))).toContain(`valid_on scheme_id ${FLAT_DAY} failed`);
    expect(checks(null, 15_001n).slice(2)).toEqual([
      `registered scheme_id ${SCHEME} unknown`,
      'ceiling value 150.01 failed',
    ]);
    expect(checks(split(other('a', 9_001n))).at(-1)).toBe('ceiling value 150.01 failed');
    expect(checks(null, 6_000n, 'IN5281234567')).toEqual(['format scheme_id IN5281234567 failed']);
    expect(checks(null, 6_000n, 'IM9991234567')[1]).toBe('state scheme_id 999 failed');
  });
});
