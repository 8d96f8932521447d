import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPLORED_FIGURES } from './explored-figures';
import type { UrlParams } from './filter';
import {
  AXES,
  cubeOf,
  DRAWINGS,
  EMPTY_QUESTION,
  parseQuestion,
  questionParams,
  resolveQuestion,
  SORT_KEYS,
  TELLINGS,
  TOPS,
} from './question';

const asked = fc.record(
  {
    figures: fc.subarray([...EXPLORED_FIGURES], { minLength: 1 }),
    rows: fc.constantFrom(...AXES),
    columns: fc.constantFrom(...AXES),
    top: fc.constantFrom(...TOPS.map(String)),
    telling: fc.constantFrom(...TELLINGS),
    drawing: fc.constantFrom(...DRAWINGS),
    sort: fc.constantFrom(...SORT_KEYS),
    sorted: fc.constantFrom(...EXPLORED_FIGURES),
    at: fc.constantFrom('CN', 'post', '-'),
    order: fc.constantFrom('ascending', 'descending'),
    compare: fc.constantFrom('none', 'previous', 'year'),
    lane: fc.constant('red'),
    period: fc.constant('last7'),
  },
  { requiredKeys: [] },
);

describe('a question', () => {
  it('comes back from its address as it was, whatever was asked for', () => {
    fc.assert(
      fc.property(asked, (params) => {
        const question = parseQuestion(params as UrlParams);
        expect(parseQuestion(questionParams(question))).toEqual(question);
      }),
    );
  });
  it('asks for consignments by origin, the largest ten first, without an address', () => {
    expect(questionParams(EMPTY_QUESTION)).toEqual({});
    expect(EMPTY_QUESTION).toMatchObject({ figures: ['consignments'], rows: 'origin', columns: null, top: 10 });
    expect(EMPTY_QUESTION.order).toEqual({ key: 'figure', figure: 'consignments', at: null, isAscending: false });
  });
  it('takes what nobody could have chosen for not given', () => {
    const question = parseQuestion({ rows: 'name', columns: 'x', top: '7', figures: ['a', 'value'], telling: 'index' });
    expect(question).toMatchObject({ rows: 'origin', columns: null, top: 10, figures: ['value'], telling: 'figure' });
    expect(parseQuestion({ rows: 'lane', columns: 'lane' }).columns).toBeNull();
    expect(parseQuestion({ rows: 'lane', drawing: 'map' }).drawing).toBe('none');
    expect(parseQuestion({ rows: 'lane', drawing: 'treemap' }).drawing).toBe('treemap');
    expect(parseQuestion({ rows: 'lane', drawing: 'treemap', telling: 'change' }).drawing).toBe('none');
    expect(parseQuestion({ rows: 'lane', drawing: 'treemap', figures: 'releaseHours' }).drawing).toBe('none');
    expect(parseQuestion({ rows: 'weekday', columns: 'hour', drawing: 'hours' }).drawing).toBe('hours');
    expect(parseQuestion({ rows: 'weekday', columns: 'lane', drawing: 'hours' }).drawing).toBe('none');
    expect(parseQuestion({ compare: 'none', telling: 'change' }).telling).toBe('figure');
    expect(parseQuestion({ compare: 'none', sort: 'change' }).order.key).toBe('figure');
  });
  it('puts time in its own order and members by size', () => {
    expect(parseQuestion({ rows: 'time' }).order).toMatchObject({ key: 'name', isAscending: true });
    expect(parseQuestion({ rows: 'time', sort: 'figure' }).order).toMatchObject({ key: 'figure', isAscending: false });
    expect(parseQuestion({ rows: 'lane' }).order).toMatchObject({ key: 'figure', isAscending: false });
  });
  it('tells points that stand side by side in a coarser grain before there are too many', () => {
    const question = parseQuestion({ columns: 'time', grain: 'day', period: 'last365' });
    expect(resolveQuestion(question, '2026-11-27').grain).toBe('week');
    expect(resolveQuestion({ ...question, rows: 'time', columns: 'lane' }, '2026-11-27').grain).toBe('day');
  });
  it('is answered from kept sums for every axis by itself, and for the pairs that are looked at most', () => {
    for (const rows of AXES) expect(cubeOf(parseQuestion({ rows }))).not.toBe('fine');
    const pairs = [
      ['origin', 'chapter'],
      ['origin', 'band'],
      ['origin', 'outcome'],
      ['marketplace', 'band'],
      ['marketplace', 'outcome'],
      ['chapter', 'time'],
      ['heading', 'time'],
      ['dispatch', 'origin'],
      ['band', 'collection'],
    ];
    for (const [rows, columns] of pairs) expect(cubeOf(parseQuestion({ rows, columns }))).not.toBe('fine');
  });
});
