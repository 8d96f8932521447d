import { expect, it } from 'vitest';
import { NO_HISTORY, NO_SENDERS, NOTHING_THAT_DAY } from '@/lib/assessment/facts';
import type { Assessment } from '@/lib/assessment/types';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import type { OpenCharge } from '@/lib/revenue/open-charges';
import { profileFactsOf } from './facts-of';

const record = {
  sender: { country: 'CN' },
  recipient: { country: 'NL' },
  marketplace: null,
  sellerName: 'ÉTOILE',
  grossMassG: 500,
  expectedArrivalAt: new Date('2026-11-27T00:00:00Z'),
  items: [
    { commodityCode: null, originCountry: 'CN', currency: 'EUR', description: 'Mug', quantity: '2', netMassG: null },
  ],
} as unknown as ConsignmentRecord;
const facts = {
  receivedAt: new Date('2026-11-26T00:00:00Z'),
  sender: NO_HISTORY,
  recipient: NO_HISTORY,
  address: NO_HISTORY,
  recipientSenders: NO_SENDERS,
  addressSenders: { senders1d: 1, senders7d: 2, senders30d: 3 },
  scheme: null,
  schemeTraffic: null,
  marketplace: null,
  bands: new Map(),
  deniedMatches: [],
  sameDay: NOTHING_THAT_DAY,
  schemeStanding: null,
};
const charges = { intrinsicValueMinor: 1_000n, customsValueMinor: 1_200n, dutyMinor: 0n, vatMinor: 0n };
const assessment = { charges, warnings: [], indicators: [], score: 0, releaseCategory: 3 } as unknown as Assessment;
const with_ = (...open: OpenCharge['charge'][]) =>
  profileFactsOf(record, facts, assessment, {
    partnerId: 'p',
    qualityScore: null,
    day: '2026-11-26',
    open: open.map((charge) => ({ itemNumber: 1, charge, reason: 'no_rate' })),
  });

it('an amount that is open is missing, never nil: no condition on it is met', () => {
  expect(with_()).toMatchObject({ intrinsicValueMinor: 1_000, dutyMinor: 0, vatMinor: 0, valuePerKgMinor: 2_000 });
  expect(with_('duty', 'vat')).toMatchObject({ intrinsicValueMinor: 1_000, dutyMinor: null, vatMinor: null });
  expect(with_('value')).toMatchObject({ intrinsicValueMinor: null, customsValueMinor: null, valuePerKgMinor: null });
});

it('what is missing is null or nothing among many, and texts are folded', () => {
  expect(with_()).toMatchObject({
    marketplace: null,
    sellerName: 'etoile',
    commodityCodes: [],
    netMassG: null,
    pieces: 2,
    senderKnownDays: 0,
    minutesToArrival: 1_440,
  });
});

it('who was never seen is known for no day, so that "at most" a number of days meets them', () => {
  expect(with_()).toMatchObject({ senderKnownDays: 0, recipientKnownDays: 0, addressKnownDays: 0, senderGifts30d: 0 });
});

it('tells how many senders a recipient and an address had, each by day, week and month', () => {
  expect(with_()).toMatchObject({ recipientSenders1d: 0, recipientSenders30d: 0 });
  expect(with_()).toMatchObject({ addressSenders1d: 1, addressSenders7d: 2, addressSenders30d: 3 });
});
