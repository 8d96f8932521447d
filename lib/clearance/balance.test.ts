import { describe, expect, it } from 'vitest';
import { DEALT_MAX, MOVES_MAX, suggestMoves, type Work } from './balance';

const DUE = 1000;
const held = (consignmentId: string, holderId: string, claimedMs: number, actByMs = 100): Work => ({
  ...{ consignmentId, holderId, claimedMs, actByMs },
});
const free = (consignmentId: string, actByMs: number): Work => ({
  ...{ consignmentId, holderId: null, claimedMs: null, actByMs },
});
const told = (work: readonly Work[], onDuty: readonly string[]) =>
  suggestMoves(work, onDuty, DUE).map(
    ({ consignmentId, toUserId, because }) => `${consignmentId} ${toUserId} ${because}`,
  );

describe('Moves that balance the work of an office', () => {
  it('take claims from who is away, the most urgent first, to who holds least', () => {
    const work = [held('a', 'away', 1, 90), held('b', 'away', 2, 80), held('c', 'kaya', 3)];
    expect(told(work, ['kaya', 'moreau'])).toEqual(['b moreau holder_away', 'a kaya holder_away']);
  });

  it('even out claims to within one, and leave each officer what was claimed last', () => {
    const work = ['a', 'b', 'c', 'd', 'e'].map((id, index) => held(id, 'kaya', index));
    expect(told(work, ['kaya', 'moreau'])).toEqual(['a moreau holds_more', 'b moreau holds_more']);
    expect(told(work.slice(0, 2), ['kaya', 'moreau'])).toEqual(['a moreau holds_more']);
    expect(told(work.slice(0, 1), ['kaya', 'moreau'])).toEqual([]);
  });

  it('deal out what is free and due within the shift, least time left first, a few to each', () => {
    const work = [free('late', DUE + 1), free('b', 20), free('a', 10)];
    expect(told(work, ['kaya'])).toEqual(['a kaya due_unclaimed', 'b kaya due_unclaimed']);
    const many = Array.from({ length: 40 }, (_, index) => free(`free-${index}`, index));
    expect(suggestMoves(many, ['kaya', 'moreau'], DUE)).toHaveLength(2 * DEALT_MAX);
  });

  it('are none where nobody is on duty, and never more than one act carries out', () => {
    expect(suggestMoves([free('a', 1), held('b', 'away', 1)], [], DUE)).toEqual([]);
    const away = Array.from({ length: 80 }, (_, index) => held(`c-${index}`, 'away', index));
    expect(suggestMoves(away, ['kaya'], DUE)).toHaveLength(MOVES_MAX);
  });

  it('name a consignment once, whatever stands', () => {
    for (let seed = 1; seed < 60; seed += 1) {
      const work = Array.from({ length: 24 }, (_, index) => {
        const holder = ['away', 'kaya', 'moreau', null][(seed * (index + 3)) % 4] ?? null;
        return holder ? held(`c-${index}`, holder, (seed * index) % 17) : free(`c-${index}`, (seed * index) % 1500);
      });
      const ids = suggestMoves(work, ['kaya', 'moreau', 'silva'], DUE).map(({ consignmentId }) => consignmentId);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
