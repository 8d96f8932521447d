import { describe, expect, it } from 'vitest';
import { asks, LAYOUT, lines, plan, stands, TODAY, written } from '@/tests/support/dated-rows';
import { layoutOfHeader } from './layouts';
import { planLoad } from './plan';

describe('a list that is loaded', () => {
  const standing = [
    stands('A', '2024-01-01', null, { v: 1 }),
    stands('B', '2024-01-01', null, { v: 1 }),
    stands('C', '2024-01-01', null, { v: 1 }),
    stands('X', '2024-01-01', null, { v: 1 }),
  ];

  it('adds, changes, ends and leaves alone, and says so with before and after', async () => {
    const made = await plan(standing, [asks('A', { v: 1 }), asks('B', { v: 2 }), asks('D', { v: 4 })]);
    expect(made.changes.map(({ kind, key, from, before, after }) => [kind, key, from, before?.v, after?.v])).toEqual([
      ['changed', 'B', TODAY, 1, 2],
      ['ended', 'C', TODAY, 1, undefined],
      ['added', 'D', TODAY, undefined, 4],
    ]);
    expect(made.unchanged).toBe(1);
    expect(lines(written(standing, made))).toEqual([
      'A 2024-01-01/0  1 old',
      'B 2024-01-01/0 2026-11-09 1 old',
      'B 2026-11-10/0  2 new',
      'C 2024-01-01/0 2026-11-09 1 old',
      'D 2026-11-10/0  4 new',
      'X 2024-01-01/0  1 old',
    ]);
  });

  it('changes nothing when it is loaded again', async () => {
    const rows = [asks('A', { v: 1 }), asks('B', { v: 2 })];
    const first = await plan(standing, rows);
    const again = await plan(written(standing, first), rows);
    expect(again).toMatchObject({ begin: [], end: [], changes: [], unchanged: 2 });
  });

  it('is a change where another source says the same: a decision names its source', async () => {
    const other = { ...LAYOUT, source: 'another' };
    const made = await plan(standing, [asks('X', { v: 1 })], other);
    expect(made.changes).toMatchObject([
      { kind: 'changed', key: 'X', before: { v: 1, source: 'test' }, after: { v: 1, source: 'another' } },
    ]);
  });

  it('corrected on its own first day keeps the row that was wrong, without a day to act on', async () => {
    const wrong = written([], await plan([], [asks('A', { v: 1 })]));
    const right = written(wrong, await plan(wrong, [asks('A', { v: 2 })]));
    expect(lines(right)).toEqual(['A 2026-11-10/0 2026-11-09 1 new', 'A 2026-11-10/1  2 new']);
    const back = written(right, await plan(right, [asks('A', { v: 1 })]));
    expect(lines(back)).toContain('A 2026-11-10/2  1 new');
  });

  it('leaves alone what is entered for a later day', async () => {
    const ahead = [stands('A', '2024-01-01', '2026-12-31', { v: 1 }), stands('A', '2027-01-01', null, { v: 3 })];
    expect(lines(written(ahead, await plan(ahead, [asks('A', { v: 2 })])))).toEqual([
      'A 2024-01-01/0 2026-11-09 1 old',
      'A 2026-11-10/0 2026-12-31 2 new',
      'A 2027-01-01/0  3 old',
    ]);
    expect(lines(written(ahead, await plan(ahead, [asks('B', { v: 2 })])))).toContain('A 2027-01-01/0  3 old');
  });

  it('ends nothing where rows of it were refused: one of them may be what is missing', async () => {
    const made = await planLoad(standing, [asks('A', { v: 1 })], { layout: LAYOUT, validFrom: TODAY, isWhole: false });
    expect(made).toMatchObject({ begin: [], end: [], unchanged: 1 });
  });

  it('may begin before today', async () => {
    const made = await plan(standing, [asks('A', { v: 9 })], LAYOUT, '2023-06-01');
    expect(lines(written(standing, made))).toEqual(
      expect.arrayContaining(['A 2023-06-01/0 2023-12-31 9 new', 'A 2024-01-01/0  1 old']),
    );
  });

  it('keeps the parts of a value it has no column for', async () => {
    const layout = { ...LAYOUT, keeps: { unless: [] } };
    const kept = [stands('A', '2024-01-01', null, { v: 1, unless: ['toy'] })];
    const made = await plan(kept, [asks('A', { v: 2 }), asks('B', { v: 3 })], layout);
    expect(made.begin.map(({ value }) => value)).toEqual([
      { v: 2, unless: ['toy'] },
      { v: 3, unless: [] },
    ]);
  });

  it('gives another fingerprint where anything else would be written', async () => {
    const rows = [asks('A', { v: 5 })];
    const prints = await Promise.all([
      plan(standing, rows),
      plan(standing, rows),
      plan(standing, [asks('A', { v: 6 })]),
      plan(standing.slice(1), rows),
      plan(standing, rows, LAYOUT, '2026-11-11'),
    ]);
    const [first, same, ...others] = prints.map(({ fingerprint }) => fingerprint);
    expect(same).toBe(first);
    for (const other of others) expect(other).not.toBe(first);
  });
});

describe('a series of dated rows', () => {
  it('fills its own days, and what stood goes on after them', async () => {
    const standing = [stands('X', '2024-01-01', null, { v: 1 })];
    const rows = [asks('X', { v: 2 }, '2025-01-01'), asks('X', { v: 3 }, '2025-02-01', '2025-02-28')];
    expect(lines(written(standing, await plan(standing, rows)))).toEqual([
      'X 2024-01-01/0 2024-12-31 1 old',
      'X 2025-01-01/0 2025-01-31 2 new',
      'X 2025-02-01/0 2025-02-28 3 new',
      'X 2025-03-01/0  1 old',
    ]);
  });

  it('writes days with one value as one row', async () => {
    const rows = ['2025-01-01', '2025-01-02', '2025-01-03'].map((day, index) =>
      asks('X', { v: index < 2 ? 1 : 2 }, day),
    );
    expect(lines(written([], await plan([], rows)))).toEqual([
      'X 2025-01-01/0 2025-01-02 1 new',
      'X 2025-01-03/0  2 new',
    ]);
  });
});

describe('which file is the whole of which list', () => {
  const listOf = (kind: Parameters<typeof layoutOfHeader>[0], header: string, key: string) =>
    layoutOfHeader(kind, header.split(','))?.listOf(key);

  it('offices by country, parties by list, codes beside ISO apart from it, rates never', () => {
    expect(listOf('offices', 'id,country,name,language,roles', 'NL000510')).toBe('NL');
    expect(listOf('offices', 'id,country,name,language,roles', 'NLRTM')).toBeNull();
    const parties = 'list,uid,entity_type,name,aliases,countries,addresses,dob,programs,ref';
    expect(listOf('denied-parties', parties, 'UN_SC/6907993')).toBe('UN_SC');
    expect(listOf('countries', 'alpha2,alpha3,numeric,name_display', 'XK')).toBeNull();
    expect(listOf('countries', 'alpha2,alpha3,numeric,name_display', 'NL')).toBe('iso');
    expect(listOf('countries', 'code,description', 'NL')).toBeNull();
    expect(listOf('exchange-rates', 'date,base,currency,rate', 'USD')).toBeNull();
  });
});
