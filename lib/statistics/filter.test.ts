import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS, COLLECTION_MODELS, LANES, SELECTION_REASONS, TRANSACTION_TYPES } from '@/lib/consignment/codes';
import {
  BANDS,
  cleared,
  EMPTY_STATISTICS_FILTER,
  EXAMINATIONS,
  GOODS_OUTCOMES,
  narrowed,
  parseStatisticsFilter,
  pinned,
  RANKS,
  resolveFilter,
  type StatisticsFilter,
  statisticsFilterParams,
  type UrlParams,
  unfitDays,
  widened,
} from './filter';
import { FIGURES } from './measures';
import { COMPARISONS, GRAINS, PERIOD_PRESETS } from './period';

const some = <T extends string>(codes: readonly T[]) => fc.subarray([...codes]).map((chosen) => [...chosen].sort());
const filter: fc.Arbitrary<StatisticsFilter> = fc.record({
  period: fc.oneof(fc.constantFrom(...PERIOD_PRESETS), fc.constant({ from: '2026-01-31', to: '2026-02-28' })),
  compare: fc.constantFrom(...COMPARISONS),
  measure: fc.constantFrom(...FIGURES),
  grain: fc.option(fc.constantFrom(...GRAINS)),
  rank: fc.constantFrom(...RANKS),
  office: some(['NLRTM', 'BELGG', 'DE222']),
  channel: some(CHANNELS),
  lane: some(LANES),
  reason: some(SELECTION_REASONS),
  outcome: some(GOODS_OUTCOMES),
  examination: some(EXAMINATIONS),
  origin: some(['CN', '-', 'TR']),
  chapter: some(['61', '-', '85']),
  marketplace: fc
    .uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 4 })
    .map((names) => names.sort()),
  heading: some(['6109', '-']),
  dispatch: some(['CN', '-', 'NL']),
  band: some(BANDS),
  collection: some(COLLECTION_MODELS),
  transaction: some(TRANSACTION_TYPES),
  category: some(['1', '4']),
  hour: some(['00', '23']),
});

/** As Next.js hands an address to a page. */
function asPageReads(text: string): UrlParams {
  const search = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

describe('the filter of the statistics', () => {
  it('comes back from its address as it was', () => {
    fc.assert(
      fc.property(filter, (chosen) => {
        const search = new URLSearchParams();
        for (const [name, value] of Object.entries(statisticsFilterParams(chosen)))
          for (const one of [value].flat()) search.append(name, String(one));
        expect(parseStatisticsFilter(asPageReads(search.toString()))).toEqual(chosen);
      }),
    );
  });

  it('reads any address without failing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (params) => {
        expect(parseStatisticsFilter(params).measure).toBeDefined();
      }),
    );
    const odd = {
      from: '2026-02-30',
      to: '2026-03-01',
      lane: ['purple', 'red', 'red'],
      measure: 'x',
      origin: 'cn',
      grain: ['week'],
    };
    expect(parseStatisticsFilter(odd)).toEqual({ ...EMPTY_STATISTICS_FILTER, lane: ['red'], grain: 'week' });
  });

  it('gives way to the last 30 days when a range is reversed or longer than three years', () => {
    expect(parseStatisticsFilter({ from: '2026-02-02', to: '2026-02-01' }).period).toBe('last30');
    expect(parseStatisticsFilter({ from: '2001-01-01', to: '2026-02-01' }).period).toBe('last30');
  });

  it('is narrowed, widened and cleared without touching period and measure', () => {
    const chosen = parseStatisticsFilter({ period: 'last7', measure: 'vat', origin: ['CN', 'TR'] });
    expect(narrowed(chosen, 'origin', 'VN').origin).toEqual(['VN']);
    expect(widened(chosen, 'origin', 'CN').origin).toEqual(['TR']);
    expect(cleared(chosen)).toEqual(parseStatisticsFilter({ period: 'last7', measure: 'vat' }));
  });

  it('stands for the same days tomorrow once it is pinned', () => {
    const week = parseStatisticsFilter({ period: 'last7' });
    const fixed = pinned(week, resolveFilter(week, '2026-11-24'));
    expect(resolveFilter(fixed, '2026-12-01').period).toEqual({ from: '2026-11-18', to: '2026-11-24' });
  });

  it.each(PERIOD_PRESETS)('leads from %s to the very days it shows', (period) => {
    const chosen = parseStatisticsFilter({ period });
    const shown = resolveFilter(chosen, '2026-11-24');
    const read = parseStatisticsFilter(statisticsFilterParams(pinned(chosen, shown)));
    expect(resolveFilter(read, '2026-11-24').period).toEqual(shown.period);
  });
});

it('says of days that make no period why, and nothing of those that do', () => {
  expect(unfitDays({ from: '2026-03-02', to: '2026-03-01' })).toMatchObject({ fault: 'reversed', from: '2026-03-02' });
  expect(unfitDays({ from: '2020-01-01', to: '2026-03-01' })).toMatchObject({ fault: 'too_long' });
  expect(unfitDays({ from: '2026-03-01', to: '2026-03-01' })).toBeNull();
  expect(unfitDays({ from: '2026-03-01', to: 'soon' })).toEqual({ from: '2026-03-01', to: null, fault: 'incomplete' });
  expect(unfitDays({ to: '2026-03-01' })).toMatchObject({ fault: 'incomplete' });
  expect(unfitDays({ from: '', to: '' })).toBeNull();
  expect(unfitDays({})).toBeNull();
});
