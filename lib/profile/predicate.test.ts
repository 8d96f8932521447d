import { expect, it } from 'vitest';
import type { ProfileFacts } from './fields';
import { factRow, predicateOf } from './predicate';
import { readTree } from './read-tree';

const facts = {
  channel: 'post',
  score: 40,
  sellerName: null,
  commodityCodes: ['950300', '610910'],
} as unknown as ProfileFacts;

function of(...rules: unknown[]) {
  const read = readTree({ combinator: 'and', rules }, new Map());
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return predicateOf(read.group);
}
const met = (field: string, operator: string, value?: unknown) =>
  of({ field, operator, value }).matches(factRow(facts));

it('a missing value meets no condition, a denying one neither, until it is asked for', () => {
  expect(met('sellerName', 'equals', 'a')).toBe(false);
  expect(met('sellerName', 'notEquals', 'a')).toBe(false);
  expect(met('sellerName', 'notIn', ['a'])).toBe(false);
  expect(met('sellerName', 'isMissing')).toBe(true);
  const not = { combinator: 'and', not: true, rules: [{ field: 'sellerName', operator: 'equals', value: 'a' }] };
  expect(of(not).matches(factRow(facts))).toBe(true);
});

it('of many values one suffices to affirm, and all have to be free of it to deny', () => {
  expect(met('commodityCodes', 'beginsWith', '6109')).toBe(true);
  expect(met('commodityCodes', 'notBeginsWith', '6109')).toBe(false);
  expect(met('commodityCodes', 'notBeginsWith', '85')).toBe(true);
});

it('the trace names every condition with what the field held, also behind the one that decided', () => {
  const { trace } = of(
    { field: 'score', operator: 'less', value: 10 },
    { combinator: 'or', rules: [{ field: 'channel', operator: 'equals', value: 'post' }] },
  );
  expect(trace(factRow(facts))).toMatchObject({
    met: false,
    rules: [
      { met: false, actual: 40, condition: { field: 'score', operator: 'less' } },
      { met: true, rules: [{ met: true, actual: 'post' }] },
    ],
  });
});
