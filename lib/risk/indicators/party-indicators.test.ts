import { describe, expect, it } from 'vitest';
import type { SchemeUse } from '@/lib/assessment/facts';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { laneOfScore } from '@/lib/risk/lane';
import { indicatorOf } from '@/tests/support/assessed';
import { aHistory, aMatch, anItem, aRecord, FLAT_DAY, policyOn } from '@/tests/support/records';

describe('trade goods as gift', () => {
  const gift = (changes: Partial<ConsignmentRecord> = {}) => aRecord({ transactionType: 'gift', ...changes });

  it.each([
    ['nothing remarkable', gift(), 2, 0],
    ['a platform', gift({ marketplace: 'Mosaic Bazaar' }), 0, 20],
    ['a listing', gift({ items: [anItem({ listingUrl: 'https://example.org/1' })] }), 0, 20],
    ['four pieces of a kind', gift({ items: [anItem({ quantity: '4' })] }), 0, 0],
    ['five pieces of a kind', gift({ items: [anItem({ quantity: '5' })] }), 0, 20],
    ['the fourth gift in a month', gift(), 3, 0],
    ['the fifth gift in a month', gift(), 4, 20],
    ['all of it', gift({ marketplace: 'Mosaic Bazaar', items: [anItem({ quantity: '5' })] }), 4, 44],
  ] as const)('%s', (name, record, gifts30d, points) => {
    const before = name === 'nothing remarkable' ? 0 : gifts30d;
    const found = indicatorOf('gift_commercial', record, { sender: aHistory({ gifts30d: before }) });
    expect(found?.points ?? 0).toBe(points);
  });

  it('a sale is judged as a sale', () => {
    expect(indicatorOf('gift_commercial', aRecord({ marketplace: 'Mosaic Bazaar' }))).toBeNull();
  });
});

describe('names on a list', () => {
  const match = aMatch({ party: 'recipient', entryId: 'DL-005', similarity: 0.934 });

  it('the nearest name is shown with its likeness, and a person decides', () => {
    const found = indicatorOf('denied_party', aRecord(), {
      deniedMatches: [{ ...match, similarity: 0.9, entryId: 'DL-002' }, match],
    });
    expect(found).toMatchObject({
      mandatory: true,
      values: { entry: 'DL-005', edition: 'demo', percent: 93, more: 1, party: 'recipient', band: 'review' },
      pointers: ['recipient_name'],
    });
  });

  it('says word by word why, what has no partner, and what speaks against it', () => {
    const pairs = [
      { here: 'ilmarec', listed: 'ilmarec', percent: 100 },
      { here: 'vostirkhanov', listed: 'vostrikhanov', percent: 90 },
    ];
    const found = indicatorOf('denied_party', aRecord(), {
      deniedMatches: [{ ...match, pairs, unpaired: ['petrovich'], adjustments: ['country_differs'] }],
    });
    expect(found?.values).toMatchObject({
      pairs: 'ilmarec = ilmarec, vostirkhanov ~ vostrikhanov (90 %)',
      unpaired: 'petrovich',
      country: 'yes',
      kind: 'no',
    });
  });

  it('points at the number that is on the list, not at the name', () => {
    const found = indicatorOf('denied_party', aRecord(), { deniedMatches: [{ ...match, by: 'phone' }] });
    expect(found?.pointers).toEqual(['recipient_phone']);
  });

  it('no match, no indicator', () => {
    expect(indicatorOf('denied_party', aRecord())).toBeNull();
  });
});

describe('new senders', () => {
  const unseen = { sender: aHistory({ firstSeenOn: null }) };

  it('499.99 EUR of a new sender weighs little, 500.00 EUR more', () => {
    expect(indicatorOf('first_seen_sender', aRecord({ items: [anItem({ value: '499.99' })] }), unseen)?.points).toBe(2);
    expect(indicatorOf('first_seen_sender', aRecord({ items: [anItem({ value: '500.00' })] }), unseen)?.points).toBe(
      10,
    );
  });

  it('a sender seen once before is no longer new', () => {
    expect(indicatorOf('first_seen_sender', aRecord())).toBeNull();
  });
});

describe('routes', () => {
  const route = (posted: string | null, sender: string, dispatch: string | null, origin: string | null) =>
    aRecord({
      s10Id: posted === null ? null : `LX123456785${posted}`,
      sender: { ...aRecord().sender, country: sender },
      dispatchCountry: dispatch,
      items: [anItem({ originCountry: origin })],
    });

  it.each([
    ['all in one country', route('CN', 'CN', 'CN', 'CN'), 0],
    ['sent on through Hong Kong', route('HK', 'CN', 'HK', 'CN'), 0],
    ['goods of Vietnam sold from China', route('CN', 'CN', 'CN', 'VN'), 0],
    ['nothing but the sender known', route(null, 'CN', null, null), 0],
    ['one union of states', route('DE', 'NL', 'BE', 'FR'), 0],
    ['posted in Kyrgyzstan, sender in China', route('KG', 'CN', 'CN', 'CN'), 8],
    ['dispatched from Turkey, sender in China', route(null, 'CN', 'TR', 'CN'), 8],
    ['three places', route('SG', 'CN', 'SG', 'IN'), 8],
    ['posted and dispatched elsewhere, of a third origin', route('KG', 'CN', 'TR', 'IN'), 16],
  ] as const)('%s', (_, record, points) => {
    expect(indicatorOf('routing', record)?.points ?? 0).toBe(points);
  });
});

describe('a recipient outside the customs territory', () => {
  const to = (country: string) => aRecord({ recipient: { ...aRecord().recipient, country } });

  it('keeps the goods from the green lane, whatever else is known', () => {
    const indicator = indicatorOf('destination_outside', to('CH'));
    expect(indicator).toMatchObject({ values: { country: 'CH' }, pointers: ['recipient_country', 'office'] });
    expect(laneOfScore(indicator?.points ?? 0, policyOn(FLAT_DAY).laneFromScore)).toBe('yellow');
  });
  it('is none inside it', () => {
    expect(indicatorOf('destination_outside', to('NL'))).toBeNull();
  });
});

describe('vendor scheme numbers', () => {
  const use = (changes: Partial<SchemeUse> = {}): SchemeUse => ({
    schemeId: 'IM5281234567',
    senders30d: 5,
    consignments30d: 40,
    bySameSender30d: 24,
    ...changes,
  });
  const sale = (schemeId: string, value = '12.00') => aRecord({ schemeId, items: [anItem({ value })] });

  it.each([
    ['a good number', sale('IM5281234567'), null, null],
    ['a number of no member state', sale('IM9991234567'), null, 'format'],
    ['150.00 EUR', sale('IM5281234567', '150.00'), null, null],
    ['150.01 EUR', sale('IM5281234567', '150.01'), null, 'above_limit'],
    ['five users, 60 % of it this one', sale('IM5281234567'), use(), 'unrelated'],
    ['five users, more than 60 % this one', sale('IM5281234567'), use({ bySameSender30d: 25 }), null],
    ['one user', sale('IM5281234567'), use({ senders30d: 1, bySameSender30d: 0 }), null],
  ] as const)('%s', (_, record, scheme, why) => {
    expect(indicatorOf('scheme_misuse', record, { scheme })?.values.why ?? null).toBe(why);
  });

  it.each([
    ['not registered', { state: 'unregistered', day: null, holder: null, isHolder: null }, 'unregistered'],
    ['over', { state: 'ended', day: '2026-06-30' }, 'ended'],
    ['not begun', { state: 'not_yet', day: '2026-12-01' }, 'not_yet'],
    ['of somebody else', { isHolder: false }, 'other_holder'],
    ['of nobody knows whom', { isHolder: null }, null],
    ['of its user', {}, null],
  ] as const)('a number that is %s', (_, changes, why) => {
    const known = { state: 'valid', day: '2026-01-01', holder: 'Linden', isHolder: true, edition: '2026-11' } as const;
    const schemeStanding = { ...known, ...changes };
    expect(indicatorOf('scheme_misuse', sale('IM5281234567'), { schemeStanding })?.values.why ?? null).toBe(why);
  });

  it.each([
    [2, 16],
    [4, 16],
    [5, 42],
  ])('%i users of one number earn %i points', (senders30d, points) => {
    const scheme = use({ senders30d });
    expect(indicatorOf('scheme_misuse', sale('IM5281234567'), { scheme })?.points).toBe(points);
  });

  it('no number, no misuse', () => {
    expect(indicatorOf('scheme_misuse', aRecord(), { scheme: use() })).toBeNull();
  });
});
