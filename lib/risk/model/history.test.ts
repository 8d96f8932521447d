import { describe, expect, it } from 'vitest';
import { commodityKeys } from './commodity-keys';
import { encodeAsOf, encodeOutOfFold, encodeRows, historyOf } from './encode';
import { History } from './history';
import { featuresOf, reasonsOf } from './plan';
import { aRow, plantedResults, TEST_PLAN } from './testing';

const column = (name: string) => featuresOf(TEST_PLAN).findIndex((feature) => feature.name === name);
const at = (matrix: { width: number; values: Float32Array }, row: number, name: string) =>
  matrix.values[row * matrix.width + column(name)];

describe('features as they were on the day', () => {
  const rows = [
    aRow('2024-01-01', '010121', 'a', 2),
    aRow('2024-01-01', '010121', 'b', 2),
    aRow('2024-01-02', '010121', 'a', 2),
    aRow('2024-01-03', '010129', null, null),
  ];

  it('never rest on results of the same day: neither the own one nor a neighbour', () => {
    const calm = encodeAsOf(new History(TEST_PLAN), rows, [0, 1, 1, 0]);
    const other = encodeAsOf(new History(TEST_PLAN), rows, [0, 1, 0, 1]);
    expect(calm.values.subarray(0, 3 * calm.width)).toEqual(other.values.subarray(0, 3 * other.width));
    expect(at(calm, 0, 'seen:hs6')).toBe(0);
    expect(at(calm, 1, 'seen:hs6')).toBe(0);
    expect(at(calm, 0, 'rate:hs6')).toBeNaN();
  });

  it('smooth the rate of a key towards the general one: (1 + 5 x 1/2) / (2 + 5) after one finding of two', () => {
    const matrix = encodeAsOf(new History(TEST_PLAN), rows, [0, 1, 1, 0]);
    expect(at(matrix, 2, 'rate:hs6')).toBeCloseTo(0.5, 6);
    expect(at(matrix, 2, 'rate:importer')).toBeCloseTo((0 + 2.5) / 6, 6);
    expect(at(matrix, 2, 'seen:hs6+massBand')).toBe(2);
  });

  it('keep missing missing, and an unseen key apart from it', () => {
    const matrix = encodeAsOf(new History(TEST_PLAN), rows, [0, 1, 1, 0]);
    expect(at(matrix, 3, 'netMass')).toBeNaN();
    expect(at(matrix, 3, 'rate:importer')).toBeNaN();
    expect(at(matrix, 3, 'seen:hs6+massBand')).toBeNaN();
    expect(at(matrix, 3, 'rate:hs6')).toBeCloseTo(2 / 3, 6);
  });

  it('smooth shares counted elsewhere towards the same general rate, and leave them missing where nobody counted', () => {
    const known = aRow('2024-01-02', null, null, 2);
    const counted = { ...known, numbers: { ...known.numbers, partyFindings: 3, partyExamined: 3 } };
    const ratios = [{ hits: 'partyFindings', of: 'partyExamined', reason: 'party' }];
    const history = historyOf({ ...TEST_PLAN, ratios }, rows.slice(0, 2), [0, 1]);
    const { values, width } = encodeRows(history, [known, counted]);
    expect(values[width - 1]).toBeNaN();
    expect(values[2 * width - 1]).toBeCloseTo((3 + 5 * 0.5) / (3 + 5), 6);
  });

  it('refuse rows out of the order of their days', () => {
    expect(() => encodeAsOf(new History(TEST_PLAN), rows.toReversed(), [0, 1, 1, 0])).toThrow(RangeError);
  });

  it('compare declared numbers with the key, unexamined rows included', () => {
    const history = new History(TEST_PLAN);
    for (const value of [9, 10, 11, 10]) history.observe(aRow('2024-01-01', '010121', 'a', 1, value), null);
    const cheap = encodeRows(history, [aRow('2024-01-02', '010121', 'a', 1, 2)]);
    expect(at(cheap, 0, 'deviation:unitValue/hs6')).toBeLessThan(-3);
    expect(at(cheap, 0, 'rate:hs6')).toBeNaN();
  });
});

describe('features out of fold', () => {
  it('rest on other folds only', () => {
    const rows = [aRow('2024-01-01', '010121', 'a', 1), aRow('2024-01-01', '010121', 'a', 1)];
    const matrix = encodeOutOfFold(TEST_PLAN, rows, [1, 0], [0, 1]);
    expect(at(matrix, 0, 'rate:hs6')).toBe(0);
    expect(at(matrix, 1, 'rate:hs6')).toBe(1);
  });

  it('of a query are those of the whole past', () => {
    const { rows, labels } = plantedResults(300, 1);
    const history = new History(TEST_PLAN);
    encodeAsOf(history, rows, labels);
    expect(encodeRows(history, rows)).toEqual(encodeRows(historyOf(TEST_PLAN, rows, labels), rows));
  });
});

describe('keys', () => {
  it('of a code get the zero of chapters 01 to 09 back, at every length', () => {
    expect(commodityKeys('71080')).toEqual({ hs2: '07', hs4: '0710', hs6: '071080' });
    expect(commodityKeys('071080')).toEqual(commodityKeys('71080'));
    expect(commodityKeys('710809000')?.hs6).toBe('071080');
    expect(commodityKeys('710810')?.hs2).toBe('71');
    expect(commodityKeys('7108')).toBeNull();
  });
  it('keep apart fields that read alike when joined', () => {
    const history = historyOf(
      { ...TEST_PLAN, keys: [{ fields: ['a', 'b'], reason: 'x' }] },
      [{ day: '2024-01-01', codes: { a: '1', b: '23' }, numbers: {} }],
      [1],
    );
    const other = encodeRows(history, [{ day: '2024-01-02', codes: { a: '12', b: '3' }, numbers: {} }]);
    expect(other.values[2]).toBe(0);
  });
  it('are told under the reasons of the plan', () => {
    expect(reasonsOf(TEST_PLAN)).toEqual(['mass', 'goods', 'importer', 'unit_value']);
  });
});
