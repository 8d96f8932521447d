import { describe, expect, it } from 'vitest';
import { wilson } from '@/lib/kernel/wilson';
import { EMPTY_STATISTICS_FILTER } from './filter';
import { parseYieldFilter, yieldFilterParams } from './yield-filter';
import {
  idleOf,
  overlapsOf,
  summaryOf,
  YIELD_OUTCOMES,
  type YieldCount,
  type YieldKind,
  type YieldOutcome,
  yieldsOf,
} from './yields';

const counted = (
  kind: YieldKind,
  key: string,
  outcomes: Partial<Record<YieldOutcome, number>>,
  more: Partial<YieldCount> = {},
): YieldCount => ({
  kind,
  key,
  outcomes: Object.fromEntries(YIELD_OUTCOMES.map((outcome) => [outcome, outcomes[outcome] ?? 0])) as Record<
    YieldOutcome,
    number
  >,
  seconds: 0,
  timed: 0,
  extraChargesMinor: 0n,
  openCharges: 0,
  ...more,
});

const rows = yieldsOf(
  [
    counted('indicator', 'routing', { conform: 40 }),
    counted('indicator', 'stop_word', { conform: 19 }),
    counted('reason', 'random', { finding: 5, conform: 95, unexamined: 30 }),
    counted('reason', 'score', {
      finding: 80,
      conform: 20,
      not_found: 3,
      not_done: 4,
      unexamined: 5,
      documents: 6,
      open: 7,
    }),
    counted('profile', 'p1', { finding: 10, conform: 10, open: 2 }),
    counted('profile', 'p2', {}),
  ],
  wilson(5, 100),
);
const of = (key: string) => rows.find((row) => row.key === key);

describe('what selection finds', () => {
  it('is a share of what was examined: goods not there, want of capacity and open ones say nothing about the rule', () => {
    expect(of('score')).toMatchObject({ selected: 125, examined: 100, findings: 80, hitRate: { hits: 80, of: 100 } });
    expect(of('p2')).toMatchObject({ selected: 0, examined: 0, hitRate: null, lift: null, isApart: false });
  });

  it('is compared with the random sample, which is compared with nothing', () => {
    expect(of('score')?.lift?.value).toBeCloseTo(16, 12);
    expect(of('score')?.isApart).toBe(true);
    expect(of('random')).toMatchObject({ lift: null, isApart: false });
    expect(yieldsOf([counted('reason', 'score', { finding: 1 })], null)[0]).toMatchObject({
      lift: null,
      isApart: false,
    });
  });

  it('over a sample with too few findings is told by its lower limit alone', () => {
    const [row] = yieldsOf([counted('reason', 'score', { finding: 80, conform: 20 })], wilson(4, 100));
    expect(row?.lift).toEqual({ value: null, low: expect.any(Number), high: null });
    // No more than the least of the one over the most of the other.
    expect(row?.lift?.low).toBeGreaterThan(0.7 / 0.1);
    expect(row?.lift?.low).toBeLessThan(20);
    expect(row?.isApart).toBe(true);
  });

  it('as a whole leaves the sample out of what risk found', () => {
    const summary = summaryOf(counted('reason', '', { finding: 85, conform: 115 }), rows, wilson(10, 100));
    expect(summary.risk).toMatchObject({ hits: 80, of: 100 });
    // Held against what the sample estimates, whatever its plain hit rate is.
    expect(summary.lift?.value).toBeCloseTo(8, 12);
  });

  it('names rules examined twenty times or more that found nothing', () => {
    expect(idleOf(rows).map(({ key }) => key)).toEqual(['routing']);
  });
});

describe('rules that meet the same consignments', () => {
  const pair = (both: number, findings: number) => ({
    a: { kind: 'indicator', key: 'routing' } as const,
    b: { kind: 'profile', key: 'p1' } as const,
    both,
    findings,
  });

  it('are named with the smaller one first, its share, and what only it finds', () => {
    expect(overlapsOf([pair(11, 9)], rows)).toEqual([
      {
        a: { kind: 'profile', key: 'p1' },
        b: { kind: 'indicator', key: 'routing' },
        both: 11,
        findings: 9,
        ofA: 22,
        ofB: 40,
        share: 0.5,
        onlyA: 1,
      },
    ]);
  });

  it('are left out under half of the smaller, under ten in common, and beyond the number asked for', () => {
    expect(overlapsOf([pair(10, 0)], rows)).toEqual([]);
    expect(overlapsOf([{ ...pair(9, 0), b: { kind: 'indicator', key: 'stop_word' } }], rows)).toEqual([]);
    expect(overlapsOf([pair(11, 0), pair(12, 0)], rows, 1).map(({ both }) => both)).toEqual([12]);
  });
});

describe('the filter of what selection finds', () => {
  it('opens with ninety days, takes days and offices, and nothing else', () => {
    expect(parseYieldFilter({})).toEqual({ ...EMPTY_STATISTICS_FILTER, period: 'last90' });
    expect(parseYieldFilter({ period: 'last30', lane: 'red', office: 'NLRTM' })).toEqual({
      ...EMPTY_STATISTICS_FILTER,
      period: 'last30',
      office: ['NLRTM'],
    });
  });

  it.each([{}, { period: 'last30' }, { office: ['BELGG', 'NLRTM'] }, { from: '2026-01-01', to: '2026-02-01' }])(
    'comes back from its own address: %j',
    (params) => {
      const filter = parseYieldFilter(params);
      expect(parseYieldFilter(yieldFilterParams(filter))).toEqual(filter);
    },
  );
});
