import { describe, expect, it } from 'vitest';
import { neighbours, parsePlace, placeIn } from './queue-place';

const place = { href: '/queue?tab=mine', ids: ['a', 'b', 'c'], index: 1 };

describe('The place in the queue', () => {
  it('comes back from its text, and anything else is none', () => {
    expect(parsePlace(JSON.stringify(place))).toEqual(place);
    for (const text of [null, '', '{', '{}', JSON.stringify({ ...place, href: 'https://elsewhere.example/queue' })])
      expect(parsePlace(text)).toBeNull();
  });
  it('has a row before and one after, as far as the list goes', () => {
    expect(neighbours(place, 'a')).toEqual({ at: 0, before: undefined, after: 'b' });
    expect(neighbours(place, 'b')).toEqual({ at: 1, before: 'a', after: 'c' });
    expect(neighbours(place, 'c')).toEqual({ at: 2, before: 'b', after: undefined });
  });
  it('stays with the row that was opened, and where that is gone with the one in its place', () => {
    expect(placeIn(['x', 'a', 'b', 'c'], place)).toBe(2);
    expect(placeIn(['a', 'c'], place)).toBe(1);
    expect(placeIn(['a'], place)).toBe(0);
    expect(placeIn([], place)).toBe(0);
  });
  it('of a consignment that is not in the list is between the rows where one was last', () => {
    expect(neighbours(place, 'x')).toEqual({ at: -1, before: 'a', after: 'b' });
  });
});
