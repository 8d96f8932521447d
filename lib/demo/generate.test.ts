import { describe, expect, test } from 'vitest';
import type { SentRecord } from '@/lib/consignment/columns';
import { DAY_MS } from '@/lib/kernel/dates';
import { sha256Hex } from '@/lib/kernel/ids';
import { generateDemo } from './generate';
import { DEMO_PARTNERS } from './partners';
import { faultsOf, worthOf } from './testing/check-record';
import { readBatch } from './testing/read-batch';
import type { DemoBatch, DemoTruth } from './types';

const request = { consignments: 20_000, days: 90, seed: 11, endAt: new Date('2026-11-23T15:00:00Z') };
const batches = [...generateDemo(request)];

type Sent = { readonly batch: DemoBatch; readonly record: SentRecord; readonly reference: string };
const sent: Sent[] = batches.flatMap((batch) =>
  readBatch(batch).map((record) => ({ batch, record, reference: record.reference ?? '' })),
);
const versions = new Map<string, Sent[]>();
for (const entry of sent) versions.set(entry.reference, [...(versions.get(entry.reference) ?? []), entry]);
const truths = new Map<string, DemoTruth>(batches.flatMap((batch) => [...batch.truths]));

function shareOf(test: (entry: Sent) => boolean): number {
  return sent.filter(test).length / sent.length;
}

describe('the stream', () => {
  test('the same request gives the same bytes, another seed others', () => {
    const digest = (seed: number) => {
      const small = generateDemo({ ...request, consignments: 600, days: 20, seed });
      return sha256Hex(
        [...small].map(({ partner, receivedAt, body }) => partner + receivedAt.toISOString() + body).join('\n'),
      );
    };
    expect(digest(3)).toBe(digest(3));
    expect(digest(3)).not.toBe(digest(4));
  });

  test.each([1, 7, 250, 3_000])(
    '%i consignments are asked for and as many distinct references come',
    (consignments) => {
      for (const days of [1, 30]) {
        const small = [...generateDemo({ ...request, consignments, days })];
        expect(new Set(small.flatMap((batch) => [...batch.truths.keys()])).size).toBe(consignments);
      }
    },
  );

  test('batches come in time order, within the window, of every partner', () => {
    const times = batches.map(({ receivedAt }) => receivedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(request.endAt.getTime());
    expect(times.at(0)).toBeGreaterThan(request.endAt.getTime() - 90 * DAY_MS);
    expect(new Set(batches.map(({ partner }) => partner)).size).toBe(DEMO_PARTNERS.length);
  });

  test('a partner sends one to four batches a day', () => {
    const perDay = new Map<string, number>();
    for (const { partner, receivedAt } of batches) {
      const key = `${partner} ${receivedAt.toISOString().slice(0, 10)}`;
      perDay.set(key, (perDay.get(key) ?? 0) + 1);
    }
    expect(Math.max(...perDay.values())).toBeLessThanOrEqual(4);
  });

  test('the truth of every record of a batch is told, and of none else', () => {
    for (const batch of batches) {
      expect([...batch.truths.keys()].sort()).toEqual(
        readBatch(batch)
          .map(({ reference = '' }) => reference)
          .sort(),
      );
    }
  });

  test('goods arrive half a day to eight days after their first message', () => {
    for (const [first] of versions.values()) {
      if (!first || faultsOf(first.record).length > 0) continue;
      const days = (Date.parse(first.record.expected_arrival_at ?? '') - first.batch.receivedAt.getTime()) / DAY_MS;
      expect(days).toBeGreaterThan(0.49);
      expect(days).toBeLessThan(8.01);
    }
  });

  test('fewer than one consignment or day is refused', () => {
    expect(() => [...generateDemo({ ...request, consignments: 0 })]).toThrow(RangeError);
    expect(() => [...generateDemo({ ...request, days: 0 })]).toThrow(RangeError);
  });
});

describe('the records', () => {
  test('every record of a good partner keeps the contract', () => {
    const faulty = sent.filter(
      ({ batch, record }) => batch.partner !== 'quayside-brokers' && faultsOf(record).length > 0,
    );
    expect(faulty.map(({ reference, record }) => [reference, faultsOf(record)])).toEqual([]);
  });

  test('about a quarter of what the bad broker sends is faulty, in many ways, and one row is broken off', () => {
    const ofBroker = sent.filter(({ batch }) => batch.partner === 'quayside-brokers');
    const faults = ofBroker.map(({ record }) => faultsOf(record));
    const share = faults.filter((found) => found.length > 0).length / ofBroker.length;
    expect(share).toBeGreaterThan(0.17);
    expect(share).toBeLessThan(0.33);
    expect(new Set(faults.flat()).size).toBeGreaterThanOrEqual(10);
    const rows = batches
      .filter(({ partner }) => partner === 'quayside-brokers')
      .flatMap(({ body }) => body.trimEnd().split('\n'));
    expect(rows.filter((row) => row.split(',').length < 20)).toHaveLength(1);
  });

  test('a vendor scheme is declared up to 150 euro only, and then the vendor collects', () => {
    for (const { record } of sent) {
      if (!record.scheme_id || faultsOf(record).length > 0) continue;
      expect(worthOf(record)).toBeLessThanOrEqual(150);
      if (record.channel !== 'post') expect(record.collection_model).toBe('vendor');
    }
  });

  test('the mix is that of low-value trade', () => {
    const good = sent.filter(({ record }) => faultsOf(record).length === 0);
    const low = good.filter(({ record }) => worthOf(record) <= 150);
    const unit = low.flatMap(({ record }) =>
      record.items.map((item) => worthOf({ items: [item] }) / Number(item.quantity)),
    );
    const mean = unit.reduce((sum, value) => sum + value, 0) / unit.length;
    expect(mean).toBeGreaterThan(9);
    expect(mean).toBeLessThan(15);
    expect(low.length / good.length).toBeGreaterThan(0.9);
    expect(low.length / good.length).toBeLessThan(0.98);
    expect(Math.max(...good.map(({ record }) => worthOf(record)))).toBeGreaterThan(2_000);
    const china = shareOf(({ record }) => record.items[0]?.origin_country === 'CN');
    expect(china).toBeGreaterThan(0.6);
    expect(china).toBeLessThan(0.85);
    const gifts = shareOf(({ record }) => record.transaction_type === 'gift');
    expect(gifts).toBeGreaterThan(0.025);
    expect(gifts).toBeLessThan(0.055);
    expect(shareOf(({ record }) => record.items.length === 1)).toBeGreaterThan(0.65);
  });

  test('a fifth to two fifths of consignments go to somebody who had one before', () => {
    const people = new Set(
      [...versions.values()].map(([first]) => `${first?.record.recipient_name}|${first?.record.recipient_address}`),
    );
    const repeats = 1 - people.size / versions.size;
    expect(repeats).toBeGreaterThan(0.2);
    expect(repeats).toBeLessThan(0.4);
  });

  test('some records are sent again as they were, others with something changed', () => {
    const again = [...versions.values()].filter((entries) => entries.length > 1);
    const same = again.filter(([first, second]) => JSON.stringify(first?.record) === JSON.stringify(second?.record));
    expect(same.length).toBeGreaterThan(60);
    expect(again.length - same.length).toBeGreaterThan(100);
    expect(Math.max(...again.map((entries) => entries.length))).toBe(2);
  });
});

describe('the truth', () => {
  test('six to eight in a hundred consignments are not as declared', () => {
    const violations = [...truths.values()].filter(({ outcome }) => outcome !== 'conform').length / truths.size;
    expect(violations).toBeGreaterThan(0.055);
    expect(violations).toBeLessThan(0.08);
  });

  test('a true unit value is above the declared one', () => {
    for (const [reference, truth] of truths) {
      if (truth.outcome !== 'undervalued') continue;
      const record = versions.get(reference)?.at(-1)?.record;
      if (!record || faultsOf(record).length > 0) continue;
      for (const item of record.items) {
        const declared = Number(item.value) / Number(item.quantity);
        expect(Number(truth.trueUnitValues?.[item.item_number ?? ''])).toBeGreaterThanOrEqual(declared);
      }
    }
  });

  test('a corrected commodity code differs from the declared one and has six figures', () => {
    for (const [reference, truth] of truths) {
      if (truth.outcome !== 'misclassified') continue;
      expect(truth.trueCommodityCode).toMatch(/^\d{6}$/);
      expect(versions.get(reference)?.[0]?.record.items[0]?.commodity_code).not.toBe(truth.trueCommodityCode);
    }
  });
});
