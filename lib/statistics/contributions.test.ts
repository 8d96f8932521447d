import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellRow, contributions, DIMENSIONS, type LedgerEntry, MEASURES, netChange } from './contributions';

const item = fc.record({
  itemNumber: fc.integer({ min: 1, max: 999 }),
  commodityCode: fc.constantFrom(null, '610910', '6109100010', '851713'),
  originCountry: fc.constantFrom(null, 'CN', 'TR'),
  quantity: fc.constantFrom(null, '1', '2.5', '0.0004'),
  netMassG: fc.option(fc.integer({ min: 0, max: 30_000 })),
  valueMinor: fc.bigInt(0n, 200_000n),
  dutyMinor: fc.bigInt(0n, 1_000n),
  vatMinor: fc.bigInt(0n, 1_000n),
  isPrincipal: fc.constant(false),
});

const entry: fc.Arbitrary<LedgerEntry> = fc
  .record({
    consignmentId: fc.uuid(),
    day: fc.constantFrom('2026-10-01', '2026-10-02'),
    officeId: fc.constantFrom('NLRTM', 'BELGG'),
    channel: fc.constantFrom('post', 'express'),
    lane: fc.constantFrom('green', 'red'),
    selectionReason: fc.constantFrom('score', 'random'),
    releaseCategory: fc.constantFrom(1, 2, 3, 4),
    outcome: fc.constantFrom('open' as const, 'released' as const, 'seized' as const),
    examination: fc.constantFrom('none', 'finding'),
    receivedAt: fc.constant(new Date('2026-10-01T08:00:00Z')),
    releasedAt: fc.option(fc.constantFrom(new Date('2026-10-01T08:00:00Z'), new Date('2026-10-01T14:00:01Z'))),
    dispatchCountry: fc.constantFrom(null, 'CN'),
    marketplace: fc.constantFrom(null, 'Bazaar'),
    collectionModel: fc.constant('vendor'),
    transactionType: fc.constant('sale'),
    valueMinor: fc.bigInt(0n, 400_000n),
    extraChargesMinor: fc.bigInt(0n, 500n),
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
  })
  .map((made) => ({
    ...made,
    items: made.items.map((one, index) => ({ ...one, itemNumber: index + 1, isPrincipal: index === 0 })),
  }));

const keyOf = (row: CellRow) => DIMENSIONS.map((dimension) => row[dimension]).join('|');

/** Sums by cell, cells of nothing left out: what the statistics say. */
function summed(rows: readonly CellRow[]): Record<string, bigint[]> {
  const cells: Record<string, bigint[]> = {};
  for (const row of rows) {
    const sums = cells[keyOf(row)] ?? MEASURES.map(() => 0n);
    cells[keyOf(row)] = sums;
    MEASURES.forEach((measure, index) => {
      sums[index] = (sums[index] ?? 0n) + BigInt(row[measure]);
    });
  }
  return Object.fromEntries(Object.entries(cells).filter(([, sums]) => sums.some((sum) => sum !== 0n)));
}

describe('contributions', () => {
  it('stand in the hour of the first receipt, in UTC as the day is', () => {
    fc.assert(fc.property(entry, (one) => contributions(one).every(({ hour }) => hour === '08')));
  });
  it('count a consignment once, whatever the number of its items', () => {
    fc.assert(
      fc.property(entry, (made) => {
        const rows = contributions(made);
        expect(rows.reduce((sum, row) => sum + row.consignments, 0)).toBe(1);
        expect(rows.reduce((sum, row) => sum + row.items, 0)).toBe(made.items.length);
        expect(rows.every((row) => row.withdrawn === 0)).toBe(true);
        expect(rows.reduce((sum, row) => sum + row.valueMinor, 0n)).toBe(
          made.items.reduce((sum, one) => sum + one.valueMinor, 0n),
        );
        expect(rows.reduce((sum, row) => sum + row.extraChargesMinor, 0n)).toBe(made.extraChargesMinor);
      }),
    );
  });

  it('take a withdrawn consignment out of every figure and count it once as withdrawn', () => {
    fc.assert(
      fc.property(entry, (made) => {
        const rows = contributions({ ...made, outcome: 'withdrawn' });
        expect(rows).toHaveLength(1);
        for (const measure of MEASURES) expect(Number(rows[0]?.[measure])).toBe(measure === 'withdrawn' ? 1 : 0);
        expect(rows[0]?.releaseBucket).toBe(-1);
        const [principal] = contributions({ ...made, outcome: 'open', releasedAt: null });
        expect(rows[0] && keyOf(rows[0])).toBe(keyOf({ ...(principal as CellRow), outcome: 'withdrawn' }));
      }),
    );
  });

  it('keep a release of 6 h and 1 s out of the six-hour buckets, with 21601 seconds', () => {
    const [made] = fc.sample(entry, 1);
    const rows = contributions({
      ...(made as LedgerEntry),
      receivedAt: new Date('2026-10-01T08:00:00Z'),
      releasedAt: new Date('2026-10-01T14:00:01Z'),
    });
    expect(rows[0]).toMatchObject({ released: 1, releaseSeconds: 21_601, releaseBucket: 9 });
    expect(rows.slice(1).every((row) => row.released === 0 && row.releaseSeconds === 0)).toBe(true);
  });
});

describe('netChange', () => {
  it('turns the sum of before into the sum of after: before + net = after', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), fc.array(entry, { maxLength: 6 }), (before, after) => {
        const old = before.flatMap(contributions);
        const young = after.flatMap(contributions);
        expect(summed([...old, ...netChange(old, young)])).toEqual(summed(young));
      }),
    );
  });

  it('writes nothing for a change that moves no figure', () => {
    fc.assert(
      fc.property(entry, (made) => {
        expect(netChange(contributions(made), contributions({ ...made, consignmentId: 'another' }))).toEqual([]);
      }),
    );
  });

  it('names each cell once', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (made) => {
        const keys = netChange([], made.flatMap(contributions)).map(keyOf);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
