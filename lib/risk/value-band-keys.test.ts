import { describe, expect, it } from 'vitest';
import type { ValueBand } from '@/lib/assessment/facts';
import { type BandLevel, bandKeysOf, bandSlot, narrowestBand } from './value-band-keys';

const phone = { commodityCode: '8517130000', originCountry: 'CN' };
const MIN = { subheading_origin: 20, subheading: 30, heading_origin: 20, heading: 40, chapter: 200 };
const band = (level: BandLevel, key: string, count: number): [string, ValueBand] => [
  bandSlot({ level, key }),
  { level, key, count, lowMinor: 1n, medianMinor: 2n, highMinor: 3n },
];

describe('the bands of unit value', () => {
  it('go from the subheading of an origin to the chapter', () => {
    expect(bandKeysOf(phone).map(bandSlot)).toEqual([
      'subheading_origin 851713:CN',
      'subheading 851713',
      'heading_origin 8517:CN',
      'heading 8517',
      'chapter 85',
    ]);
    expect(bandKeysOf({ commodityCode: '851713', originCountry: null }).map(bandSlot)).toEqual([
      'subheading 851713',
      'heading 8517',
      'chapter 85',
    ]);
    expect(bandKeysOf({ commodityCode: '8517', originCountry: null }).map(bandSlot)).toEqual([
      'heading 8517',
      'chapter 85',
    ]);
    expect(bandKeysOf({ commodityCode: null, originCountry: 'CN' })).toEqual([]);
  });

  it.each([
    ['the narrowest', [20, 300, 300, 300, 300], 'subheading_origin'],
    ['the subheading where the origin was seen too seldom', [19, 30, 300, 300, 300], 'subheading'],
    ['the heading of the origin next', [19, 29, 20, 300, 300], 'heading_origin'],
    ['the heading next', [19, 29, 19, 40, 300], 'heading'],
    ['the chapter last', [19, 29, 19, 39, 200], 'chapter'],
  ] as const)('are compared with %s', (_, counts, level) => {
    const learned = new Map(bandKeysOf(phone).map(({ level: one, key }, index) => band(one, key, counts[index] ?? 0)));
    expect(narrowestBand(learned, phone, MIN)?.level).toBe(level);
  });

  it('are none where all were seen too seldom', () => {
    const learned = new Map(bandKeysOf(phone).map(({ level, key }) => band(level, key, 10)));
    expect(narrowestBand(learned, phone, MIN)).toBeNull();
  });
});
