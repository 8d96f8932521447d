import { expect, it } from 'vitest';
import { type FacetCount, facetsOf } from './queue-facets';

const COUNTS: readonly FacetCount[] = [
  { lane: 'yellow', channel: 'post', score: 35, count: 4 },
  { lane: 'yellow', channel: 'express', score: 65, count: 2 },
  { lane: 'red', channel: 'post', score: 85, count: 1 },
];
const ANY = { lane: [], channel: [], minScore: null };

it('A choice is counted beside what else is chosen, and not beside its own field', () => {
  expect(facetsOf(COUNTS, ANY, true)).toEqual({
    lane: { green: 0, blue: 0, yellow: 6, red: 1 },
    channel: { post: 5, express: 2, cargo: 0 },
    score: { 20: 7, 40: 3, 60: 3, 80: 1 },
    isWhole: true,
  });
  const ofYellow = facetsOf(COUNTS, { ...ANY, lane: ['yellow'] }, false);
  expect(ofYellow.lane).toMatchObject({ yellow: 6, red: 1 });
  expect(ofYellow).toMatchObject({ channel: { post: 4, express: 2 }, score: { 60: 2, 80: 0 }, isWhole: false });
  const high = facetsOf(COUNTS, { ...ANY, channel: ['post'], minScore: 80 }, true);
  expect(high).toMatchObject({ lane: { yellow: 0, red: 1 }, channel: { post: 1, express: 0 }, score: { 20: 5 } });
});
