import { describe, expect, it } from 'vitest';
import type { ValueBand } from '@/lib/assessment/facts';
import type { GoodsItem } from '@/lib/consignment/record';
import { indicatorOf } from '@/tests/support/assessed';
import { aHistory, anItem, aRecord } from '@/tests/support/records';

const BAND: ValueBand = {
  level: 'heading_origin',
  key: '8517:CN',
  count: 212,
  lowMinor: 6000n,
  medianMinor: 14800n,
  highMinor: 42000n,
};
const bands = (changes: Partial<ValueBand> = {}) => ({ bands: new Map([[1, { ...BAND, ...changes }]]) });
const phone = (changes: Partial<GoodsItem> = {}) =>
  aRecord({
    items: [anItem({ description: 'Smartphone 128 GB', commodityCode: '851713', value: '9.90', ...changes })],
  });

describe('undervaluation', () => {
  it('names the value a piece, the usual value and how many consignments it rests on', () => {
    expect(indicatorOf('undervaluation', phone(), bands())).toEqual({
      code: 'undervaluation',
      points: 42,
      values: {
        item: 1,
        unit: '9.90',
        median: '148.00',
        low: '60.00',
        currency: 'EUR',
        count: 212,
        level: 'heading_origin',
        heading: '8517',
        origin: 'CN',
      },
      pointers: ['items.0.value', 'items.0.quantity', 'items.0.commodity_code'],
    });
  });

  it.each([
    ['23.68', 42],
    ['23.69', 26],
    ['44.40', 26],
    ['44.41', 12],
    ['59.20', 12],
    ['59.21', 0],
  ])('of a median of 148.00, %s earns %i points', (value, points) => {
    expect(indicatorOf('undervaluation', phone({ value }), bands())?.points ?? 0).toBe(points);
  });

  it('judges the piece, not the line: 10 pieces for 99.00 are 9.90 each', () => {
    const found = indicatorOf('undervaluation', phone({ value: '99.00', quantity: '10' }), bands());
    expect(found?.values).toMatchObject({ unit: '9.90' });
  });

  it('is silent inside the band, however far the median', () => {
    expect(indicatorOf('undervaluation', phone(), bands({ lowMinor: 990n }))).toBeNull();
  });

  it.each([
    ['19 consignments of the heading and origin', { count: 19 }],
    ['39 consignments of the heading', { level: 'heading', count: 39 }],
    ['199 consignments of the chapter', { level: 'chapter', count: 199 }],
  ] as const)('does not trust %s', (_, changes) => {
    expect(indicatorOf('undervaluation', phone(), bands(changes))).toBeNull();
    expect(indicatorOf('undervaluation', phone(), bands({ ...changes, count: changes.count + 1 }))).not.toBeNull();
  });

  it.each([
    ['commodity code', { commodityCode: null }],
    ['quantity', { quantity: null }],
  ])('does not guess without %s; data quality says what is missing', (_, changes) => {
    const record = aRecord({ ...phone(), regime: 'mail', items: phone(changes).items });
    expect(indicatorOf('undervaluation', record, bands())).toBeNull();
    expect(indicatorOf('data_quality', record, bands())).not.toBeNull();
  });
});

describe('just under a limit', () => {
  it.each([
    ['sale', '145.49', false],
    ['sale', '145.50', true],
    ['sale', '150.00', true],
    ['sale', '150.01', false],
    ['gift', '43.64', false],
    ['gift', '43.65', true],
    ['gift', '45.00', true],
    ['gift', '45.01', false],
  ] as const)('a %s of %s EUR: %s', (transactionType, value, fires) => {
    const record = aRecord({ transactionType, items: [anItem({ value })] });
    expect(indicatorOf('threshold_bunching', record) !== null).toBe(fires);
  });
});

describe('splitting', () => {
  const part = (value: string) => aRecord({ items: [anItem({ value })] });
  const seen = (consignments7d: number, valueMinor7d: bigint) => aHistory({ consignments7d, valueMinor7d });

  it.each([
    ['two before, 90.01 EUR: 150.01 in three', 2, 9001n, 42],
    ['two before, 90.00 EUR: 150.00 is the limit', 2, 9000n, 0],
    ['one before, 100.00 EUR: two are no series', 1, 10_000n, 0],
    ['three before, 135.00 EUR: 30 % of the limit on average', 3, 13_500n, 42],
    ['three before, 134.99 EUR: small orders are ordinary', 3, 13_499n, 0],
    ['two before, 300.01 EUR: dearer ones were charged in full', 2, 30_001n, 0],
  ] as const)('60.00 EUR to one recipient, %s', (_, count, value, points) => {
    expect(indicatorOf('splitting', part('60.00'), { recipient: seen(count, value) })?.points ?? 0).toBe(points);
  });

  it('to one address under other names weighs less', () => {
    const found = indicatorOf('splitting', part('60.00'), { address: seen(2, 9001n) });
    expect(found).toMatchObject({ points: 26, values: { by: 'address', consignments: 3, total: '150.01' } });
  });

  it.each([
    ['44.99', false],
    ['45.00', true],
    ['150.00', true],
    ['150.01', false],
  ])('a part of %s EUR beside three of 100.00: %s', (value, fires) => {
    expect(indicatorOf('splitting', part(value), { recipient: seen(3, 30_000n) }) !== null).toBe(fires);
  });
});

describe('mass and value', () => {
  const shirt = (changes: Partial<GoodsItem>, grossMassG = 100_000) =>
    aRecord({ grossMassG, items: [anItem(changes)] });

  it.each([
    ['3.00 EUR a kilogram', { value: '3.00', netMassG: 1000 }, false],
    ['2.99 EUR a kilogram', { value: '2.99', netMassG: 1000 }, true],
    ['600.00 EUR a kilogram', { value: '60.00', netMassG: 100 }, false],
    ['600.10 EUR a kilogram', { value: '60.01', netMassG: 100 }, true],
    ['ten pieces of a gram', { value: '1.00', quantity: '10', netMassG: 10, commodityCode: null }, false],
    ['ten pieces of less', { value: '1.00', quantity: '10', netMassG: 9, commodityCode: null }, true],
    ['no net mass', { value: '600.00', netMassG: null }, false],
  ] as const)('knitted clothing of %s', (_, changes, fires) => {
    expect(indicatorOf('mass_value', shirt(changes)) !== null).toBe(fires);
  });

  it('net mass above gross mass: 550 g of 500 g is rounding, 551 g is not', () => {
    expect(indicatorOf('mass_value', shirt({ netMassG: 550 }, 500))).toBeNull();
    expect(indicatorOf('mass_value', shirt({ netMassG: 551 }, 500))?.values).toEqual({
      why: 'net_over_gross',
      netG: 551,
      grossG: 500,
    });
  });
});
