import { describe, expect, it } from 'vitest';
import { GoodList } from './good-list';

const match = { list: 'TEST', entryId: '5', edition: '2026-1' };

describe('matches that were dismissed', () => {
  const good = new GoodList([{ partyKey: 'ab12', ...match }]);

  it('are not shown again for the same party, entry and edition', () => {
    expect(good.open('ab12', [match])).toEqual([]);
  });

  it.each([
    ['another party', 'cd34', match],
    ['another entry', 'ab12', { ...match, entryId: '6' }],
    ['a new edition of the list', 'ab12', { ...match, edition: '2026-2' }],
  ])('come back for %s', (_, partyKey, other) => {
    expect(good.open(partyKey, [other])).toEqual([other]);
  });
});
