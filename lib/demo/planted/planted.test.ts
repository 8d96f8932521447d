import { expect, test } from 'vitest';
import type { SentRecord } from '@/lib/consignment/columns';
import { stopTermOf } from '@/lib/consignment/description';
import { wordsOf } from '@/lib/consignment/words';
import { DAY_MS } from '@/lib/kernel/dates';
import { policyOn } from '@/tests/support/records';
import { DEMO_DENIED_PARTIES } from '../denied-parties';
import { generateDemo } from '../generate';
import { worthOf } from '../testing/check-record';
import { readBatch } from '../testing/read-batch';
import type { DemoTruth } from '../types';

type Seen = { readonly record: SentRecord; readonly truth: DemoTruth; readonly at: number };

const seen: Seen[] = [
  ...generateDemo({ consignments: 12_000, days: 90, seed: 23, endAt: new Date('2026-11-23T12:00:00Z') }),
].flatMap((batch) =>
  readBatch(batch).map((record) => ({
    record,
    truth: batch.truths.get(record.reference ?? '') ?? { outcome: 'conform' },
    at: batch.receivedAt.getTime(),
  })),
);

function groups(key: (entry: Seen) => string | undefined): Map<string, Seen[]> {
  const found = new Map<string, Seen[]>();
  for (const entry of seen) {
    const value = key(entry);
    if (value !== undefined) found.set(value, [...(found.get(value) ?? []), entry]);
  }
  return found;
}

test('three addresses get five or more consignments just under 150 euro within a week, and those are the split ones', () => {
  const closeCalls = groups(({ record }) => {
    const worth = worthOf(record);
    return worth > 130 && worth <= 150 ? `${record.recipient_address}|${record.recipient_postcode}` : undefined;
  });
  const splitters = [...closeCalls.values()].filter((entries) =>
    entries.some(({ at }) => entries.filter((other) => Math.abs(other.at - at) <= 4 * DAY_MS).length >= 5),
  );
  expect(splitters).toHaveLength(3);
  expect(splitters.flat().every(({ truth }) => truth.outcome === 'split')).toBe(true);
});

test('four senders declare most of their goods far below the price paid', () => {
  const bySender = groups(({ record }) => record.sender_name);
  const offenders = [...bySender.values()].filter(
    (entries) =>
      entries.length >= 15 &&
      entries.filter(({ truth }) => truth.outcome === 'undervalued').length / entries.length > 0.6,
  );
  expect(offenders).toHaveLength(4);
});

test('one scheme number is used by more senders than all others', () => {
  const byScheme = groups(({ record }) => record.scheme_id);
  const senders = [...byScheme.values()].map(
    (entries) => new Set(entries.map(({ record }) => record.sender_name)).size,
  );
  senders.sort((a, b) => b - a);
  expect(senders[0]).toBeGreaterThan(24);
  expect(senders[1]).toBeLessThan(4);
});

test('a forwarder describes everything in a word or two, and nearly half of it is something else', () => {
  const forwarded = seen.filter(({ record }) => record.sender_name?.startsWith('Swiftanchor'));
  const hiding = forwarded.filter(({ truth }) => truth.outcome === 'misdescribed').length / forwarded.length;
  expect(forwarded.length).toBeGreaterThan(80);
  expect(hiding).toBeGreaterThan(0.3);
  expect(hiding).toBeLessThan(0.6);
  const words = forwarded.flatMap(({ record }) =>
    record.items.map((item) => (item.description ?? '').split(/[ ,]+/).length),
  );
  expect(words.filter((count) => count > 2).length / words.length).toBeLessThan(0.05);
});

test('a stop word alone is a small part of what the forwarder and the bad broker send, and of nothing else', () => {
  const policy = policyOn('2026-11-01');
  const refused = seen.filter(({ record }) =>
    record.items.some(({ description = '' }) => stopTermOf(description, wordsOf(description), policy) !== null),
  );
  const ofForwarder = refused.filter(({ record }) => record.sender_name?.startsWith('Swiftanchor')).length;
  expect(ofForwarder).toBeGreaterThan(3);
  expect(ofForwarder).toBeLessThan(30);
  expect(refused.length).toBeGreaterThan(ofForwarder);
  expect(refused.length / seen.length).toBeLessThan(0.005);
});

test('prohibited and restricted goods come in plain words and under cover', () => {
  const found = (outcome: string) => seen.filter(({ truth }) => truth.outcome === outcome);
  expect(found('prohibited').some(({ record }) => record.items[0]?.description?.includes('Switchblade'))).toBe(true);
  expect(found('prohibited').some(({ truth }) => truth.trueDescription !== undefined)).toBe(true);
  expect(found('restricted').some(({ record }) => record.items[0]?.description?.includes('Melatonin'))).toBe(true);
  expect(found('restricted').some(({ truth }) => truth.trueDescription !== undefined)).toBe(true);
});

test('listed names turn up as they are and with a slip of the pen, and namesakes who are not meant', () => {
  const marks = DEMO_DENIED_PARTIES.map(({ name }) => name.toLowerCase().split(' '));
  const resembling = seen.flatMap(({ record, truth }) => {
    const names = [record.sender_name, record.recipient_name].map((name) => (name ?? '').toLowerCase().split(' '));
    const shared = Math.max(
      ...names.flatMap((words) =>
        marks.map((mark) => mark.filter((word) => words.includes(word)).length / mark.length),
      ),
    );
    return shared >= 0.5 ? [{ shared, truth }] : [];
  });
  expect(resembling.length).toBeGreaterThanOrEqual(6);
  expect(resembling.length).toBeLessThan(20);
  expect(resembling.some(({ shared }) => shared === 1)).toBe(true);
  expect(resembling.some(({ truth }) => truth.outcome === 'prohibited')).toBe(true);
  expect(resembling.some(({ truth }) => truth.outcome === 'conform')).toBe(true);
});

test('wrong codes and wrong quantities are spread thinly over all senders, for a random draw to find', () => {
  const background = seen.filter(({ truth }) => ['misclassified', 'quantity'].includes(truth.outcome));
  expect(background.length / seen.length).toBeGreaterThan(0.006);
  expect(background.length / seen.length).toBeLessThan(0.018);
  expect(new Set(background.map(({ record }) => record.sender_name)).size).toBeGreaterThan(background.length / 3);
});
