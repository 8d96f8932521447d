import { describe, expect, it } from 'vitest';
import { type BrowsingDay, DAYS_JUDGED_BY, findUnusual, type Judged } from './unusual-browsing';

const days = (userId: string, looks: (day: number) => number, role = 'officer'): BrowsingDay[] =>
  Array.from({ length: DAYS_JUDGED_BY }, (_, day) => ({
    ...{ userId, role, day: `2026-10-${String(day + 1).padStart(2, '0')}` },
    looks: looks(day),
  }));
const today = (changes: Partial<Judged> = {}): Judged => ({
  ...{ userId: 'a', userName: 'A. Kaya', role: 'officer', day: '2026-11-02' },
  ...{ looks: 8, withoutWork: 0, otherOffices: 0, ...changes },
});
const QUIET = [...days('a', (day) => 6 + (day % 5)), ...days('b', (day) => 5 + (day % 7))];

describe('The looks of a day', () => {
  it('are usual where they are like those before, of the person and of others', () => {
    expect(findUnusual([today(), today({ looks: 15 })], QUIET)).toEqual([]);
  });

  it('are many where they pass what both the own days and those of peers lead one to expect', () => {
    expect(findUnusual([today({ looks: 40 })], QUIET)).toEqual([
      {
        ...{ userId: 'a', userName: 'A. Kaya', role: 'officer', day: '2026-11-02' },
        kind: 'many',
        observed: 40,
        usual: 22,
      },
    ]);
    const busy = [...days('a', (day) => 36 + (day % 9)), ...days('b', (day) => 5 + (day % 7))];
    expect(findUnusual([today({ looks: 45 })], busy)).toEqual([]);
  });

  it('are judged by peers of the same role alone where somebody is new', () => {
    const others = [...days('b', () => 12), ...days('c', () => 500, 'auditor')];
    expect(findUnusual([today({ looks: 30 })], others)).toMatchObject([{ kind: 'many', usual: 17 }]);
  });

  it('are never many where they are few, and one earlier outlier does not hide the next', () => {
    expect(
      findUnusual(
        [today({ looks: 10 })],
        days('a', () => 1),
      ),
    ).toEqual([]);
    const once = days('a', (day) => (day === 3 ? 400 : 6));
    expect(findUnusual([today({ looks: 60 })], once)).toMatchObject([{ kind: 'many' }]);
  });

  it('are told where an officer did nothing on what was looked at, and where it was of another office', () => {
    const found = findUnusual([today({ withoutWork: 5, otherOffices: 1 })], QUIET);
    expect(found.map(({ kind }) => kind)).toEqual(['without_work', 'other_offices']);
    expect(findUnusual([today({ withoutWork: 4 })], QUIET)).toEqual([]);
    expect(findUnusual([today({ role: 'auditor', withoutWork: 30 })], QUIET)).toEqual([]);
  });
});
