import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allotCover, type Owing } from './cover';

const owing = (consignmentId: string, owedMinor: bigint, paidMinor = 0n, accountId = 'a'): Owing => ({
  ...{ consignmentId, accountId, owedMinor, paidMinor },
});
const ids = (rows: readonly Owing[]) => rows.map(({ consignmentId }) => consignmentId);

describe('What leaves under an account', () => {
  it('goes as long as it fits, in order; what does not fit waits, and smaller goods after it go', () => {
    const { covered, waiting } = allotCover(
      [owing('1', 60n), owing('2', 50n), owing('3', 40n)],
      new Map([['a', 100n]]),
    );
    expect(ids(covered)).toEqual(['1', '3']);
    expect(ids(waiting)).toEqual(['2']);
  });

  it('waits where nothing is left, but for what owes nothing or is paid for', () => {
    const { covered, waiting } = allotCover(
      [owing('1', 1n), owing('2', 0n), owing('3', 60n, 60n), owing('4', 60n, 59n)],
      new Map([['a', -500n]]),
    );
    expect(ids(covered)).toEqual(['2', '3']);
    expect(ids(waiting)).toEqual(['1', '4']);
  });

  it('of an account without a limit goes all', () => {
    expect(allotCover([owing('1', 10n ** 15n)], new Map()).waiting).toEqual([]);
  });

  it('never comes to more than the room of its account', () => {
    const rows = fc.array(
      fc.record({ accountId: fc.constantFrom('a', 'b'), owedMinor: fc.bigInt(0n, 90n), paidMinor: fc.bigInt(0n, 90n) }),
    );
    fc.assert(
      fc.property(rows, fc.bigInt(-50n, 300n), (all, free) => {
        const named = all.map((row, index) => ({ ...row, consignmentId: String(index) }));
        const { covered, waiting } = allotCover(named, new Map([['a', free]]));
        const used = covered
          .filter(({ accountId }) => accountId === 'a')
          .reduce((sum, { owedMinor, paidMinor }) => sum + (owedMinor > paidMinor ? owedMinor - paidMinor : 0n), 0n);
        expect(used === 0n || used <= free).toBe(true);
        expect(covered.length + waiting.length).toBe(all.length);
        expect(waiting.every(({ accountId }) => accountId === 'a')).toBe(true);
      }),
    );
  });
});
