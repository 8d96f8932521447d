import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exposedIn, following } from './audit';
import { addSums, cellAt, type Grid, sizeOf } from './grid';
import { type Cell, protect } from './protect';
import { type Contributors, DISCLOSURE_RULE, findingOf, roundedTo, type Share } from './rule';

const share = (contributors: number, first: bigint, second: bigint, total: bigint): Share => ({
  contributors,
  held: [{ first, second, total }],
});
const many = share(20, 10n, 9n, 150n);
/** Enough of everybody, none of them large. */
const SAFE: Contributors = { consignment: many, sender: many, importer: many, platform: many, operator: many };
const FEW: Contributors = { ...SAFE, sender: share(2, 80n, 70n, 150n) };
/** One sender alone, by name. */
const alone = (name: string): Contributors => ({ ...SAFE, sender: { ...share(1, 150n, 0n, 150n), alone: name } });

describe('a figure is sensitive', () => {
  it.each([
    ['4 senders', { sender: share(4, 30n, 25n, 100n) }, { role: 'sender', because: 'few' }],
    ['9 consignments', { consignment: share(9, 0n, 0n, 9n) }, { role: 'consignment', because: 'few' }],
    ['one of 5 with 75 of 100', { sender: share(5, 75n, 10n, 100n) }, { role: 'sender', because: 'first' }],
    ['two of 5 with 85 of 100', { platform: share(5, 60n, 25n, 100n) }, { role: 'platform', because: 'first_two' }],
    ['two operators', { operator: share(2, 50n, 50n, 100n) }, { role: 'operator', because: 'few' }],
  ] as const)('with %s', (_, contributors, finding) => {
    expect(findingOf({ ...SAFE, ...contributors }, DISCLOSURE_RULE)).toEqual(finding);
  });
  it('where what the two largest leave over is less than a tenth of the largest', () => {
    const rule = {
      ...DISCLOSURE_RULE,
      roles: {
        ...DISCLOSURE_RULE.roles,
        sender: { contributorsMin: 5, dominance: { first: 101, firstTwo: 101, rest: 10 } },
      },
    };
    const held = (second: bigint) => ({ ...SAFE, sender: share(5, 500n, second, 1_000n) });
    expect(findingOf(held(451n), rule)).toEqual({ role: 'sender', because: 'rest' });
    expect(findingOf(held(450n), rule)).toBeNull();
  });
  it('where one dominates a measure that is told beside the value', () => {
    const sender = { contributors: 20, held: [...many.held, { first: 90n, second: 1n, total: 100n }] };
    expect(findingOf({ ...SAFE, sender }, DISCLOSURE_RULE)).toEqual({ role: 'sender', because: 'first' });
  });
  it('where it is not known who is behind it in some part', () => {
    expect(findingOf({ ...SAFE, platform: undefined }, DISCLOSURE_RULE)).toEqual({ role: 'platform', because: 'few' });
    expect(findingOf({}, DISCLOSURE_RULE)).toEqual({ role: 'consignment', because: 'few' });
  });
  it('and not with five of whom none dominates', () => {
    expect(findingOf(SAFE, DISCLOSURE_RULE)).toBeNull();
  });
});

it('rounds 12 to 10, 13 to 15 and -12 to -10 at the base of five', () => {
  expect([12n, 13n, -12n, 0n].map((value) => roundedTo(value, 5n))).toEqual([10n, 15n, -10n, 0n]);
});

describe('the exact audit', () => {
  it('names a figure that is the difference of two sums, and no other', () => {
    // a + b and b are known: a follows. Of c + d nothing does.
    expect(following(4, [[0, 1], [1], [2, 3]], [[0], [2], [3], [2, 3]])).toEqual([0, 3]);
  });
  it('sees through a hidden cell alone in its row, and not through four in a square', () => {
    const grid: Grid = { rows: 3, columns: 3 };
    const square = new Set([0, 1].flatMap((row) => [0, 1].map((column) => cellAt(grid, row, column))));
    expect(exposedIn(grid, (cell) => cell !== cellAt(grid, 1, 1))).toEqual([cellAt(grid, 1, 1)]);
    expect(exposedIn(grid, (cell) => !square.has(cell))).toEqual([]);
  });
});

const aTable = fc
  .record({ rows: fc.integer({ min: 2, max: 7 }), columns: fc.integer({ min: 2, max: 7 }) })
  .chain((grid) =>
    fc.record({
      grid: fc.constant(grid),
      values: fc.array(fc.bigInt({ min: 0n, max: 900n }), {
        minLength: grid.rows * grid.columns,
        maxLength: grid.rows * grid.columns,
      }),
      few: fc.array(fc.boolean(), { minLength: sizeOf(grid), maxLength: sizeOf(grid) }),
      late: fc.array(fc.bigInt({ min: 0n, max: 40n }), {
        minLength: grid.rows * grid.columns,
        maxLength: grid.rows * grid.columns,
      }),
      changedByFew: fc.array(fc.boolean(), { minLength: sizeOf(grid), maxLength: sizeOf(grid) }),
    }),
  );

function cellsOf(
  grid: Grid,
  inner: readonly bigint[],
  few: readonly boolean[],
  changed: readonly boolean[] | null,
): Cell[] {
  const values: bigint[] = Array.from({ length: sizeOf(grid) }, () => 0n);
  inner.forEach((value, at) => {
    values[cellAt(grid, Math.floor(at / grid.columns), at % grid.columns)] = value;
  });
  addSums(grid, values);
  return values.map((value, cell) => ({
    figures: [value],
    contributors: few[cell] ? FEW : SAFE,
    changed: changed && (changed[cell] ? FEW : SAFE),
  }));
}

const SQUARE = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;
const SINGLE = new Set(SQUARE.map(([row, column]) => cellAt({ rows: 3, columns: 3 }, row, column)));

/** The hidden cells of a table in which each cell of a square is another trader's. */
function protectedBy(grid: Grid, inner: readonly bigint[]): number[] {
  const cells = cellsOf(grid, inner, [], null).map((cell, at) =>
    SINGLE.has(at) ? { ...cell, contributors: alone(`trader ${at}`) } : cell,
  );
  const made = protect(grid, cells, DISCLOSURE_RULE, null);
  if (!made.isPublishable) throw new Error(made.because);
  return made.standings.flatMap((one, cell) => (one === 'hidden' ? [cell] : []));
}

describe('a protected table', () => {
  it('lets nothing that is hidden follow, in its first vintage and in a revision of it, whatever it holds', () => {
    fc.assert(
      fc.property(aTable, ({ grid, values, few, late, changedByFew }) => {
        const cells = cellsOf(grid, values, few, null);
        const first = protect(grid, cells, DISCLOSURE_RULE, null);
        if (!first.isPublishable) return;
        expect(exposedIn(grid, (cell) => first.standings[cell] === 'shown')).toEqual([]);
        expect(first.findings.every((finding, cell) => finding === null || first.standings[cell] === 'hidden')).toBe(
          true,
        );
        const earlier = cells.map(({ figures }, cell) => ({ figures, standing: first.standings[cell] ?? 'hidden' }));
        const revised = cellsOf(
          grid,
          values.map((value, at) => value + (late[at] ?? 0n)),
          few,
          changedByFew,
        );
        const second = protect(grid, revised, DISCLOSURE_RULE, earlier);
        if (!second.isPublishable) return;
        expect(exposedIn(grid, (cell) => second.standings[cell] === 'shown')).toEqual([]);
        // What was hidden stays so, and what changed by few is not told anew.
        first.standings.forEach((standing, cell) => {
          if (standing === 'hidden') expect(second.standings[cell]).toBe('hidden');
          const moved = revised[cell]?.figures[0] !== cells[cell]?.figures[0];
          if (moved && changedByFew[cell]) expect(second.standings[cell]).not.toBe('shown');
        });
      }),
      { numRuns: 300 },
    );
  });

  it('tells everything where nothing is sensitive', () => {
    const grid = { rows: 2, columns: 2 };
    const made = protect(grid, cellsOf(grid, [1n, 2n, 3n, 4n], [], null), DISCLOSURE_RULE, null);
    expect(made.isPublishable && made.standings.every((standing) => standing === 'shown')).toBe(true);
  });

  it('hides with a small figure others that are large enough to keep its range open', () => {
    const grid = { rows: 2, columns: 3 };
    const few = Array.from({ length: sizeOf(grid) }, (_, cell) => cell === 0);
    const made = protect(grid, cellsOf(grid, [100n, 1n, 50n, 80n, 70n, 60n], few, null), DISCLOSURE_RULE, null);
    const hidden = made.isPublishable ? made.standings.flatMap((one, cell) => (one === 'hidden' ? [cell] : [])) : [];
    // 50 beside 100, not 1: a change of 1 would leave it nearly told.
    expect(hidden).toEqual([cellAt(grid, 0, 0), cellAt(grid, 0, 2), cellAt(grid, 1, 0), cellAt(grid, 1, 2)]);
  });

  it('hides nothing behind the cells of single traders alone: who is alone in one may take it off', () => {
    const grid = { rows: 3, columns: 3 };
    const made = protectedBy(grid, [...[9n, 9n, 50n], ...[9n, 9n, 50n], ...[50n, 50n, 50n]]);
    // The four of the square hide each other from everybody but the four who are alone behind them.
    expect(made).toEqual(expect.arrayContaining([0, 1].map((at) => cellAt(grid, at, at))));
    for (const own of SQUARE.map(([row, column]) => cellAt(grid, row, column))) {
      const isKnown = (cell: number) => cell === own || !made.includes(cell);
      expect(exposedIn(grid, isKnown).filter((cell) => SINGLE.has(cell) && cell !== own)).toEqual([]);
    }
  });

  it('keeps the range of a changed figure open, and waits where nothing that changed is large enough for that', () => {
    const grid = { rows: 2, columns: 2 };
    const before = cellsOf(grid, [500n, 500n, 500n, 500n], [], null);
    const earlier = before.map(({ figures }) => ({ figures, standing: 'shown' as const }));
    const few = Array.from({ length: sizeOf(grid) }, (_, cell) => cell === 0);
    const revisedTo = (...inner: bigint[]) => protect(grid, cellsOf(grid, inner, [], few), DISCLOSURE_RULE, earlier);
    const wide = revisedTo(600n, 510n, 510n, 510n);
    expect(wide.isPublishable && wide.standings[0]).toBe('held');
    expect(revisedTo(600n, 501n, 501n, 501n)).toEqual({ isPublishable: false, because: 'change' });
  });

  it('is not published where its total is sensitive, or where the change of its total is', () => {
    const grid = { rows: 1, columns: 1 };
    const total = sizeOf(grid) - 1;
    const few = Array.from({ length: sizeOf(grid) }, (_, cell) => cell === total);
    expect(protect(grid, cellsOf(grid, [5n], few, null), DISCLOSURE_RULE, null)).toEqual({
      isPublishable: false,
      because: 'total',
    });
    const before = cellsOf(grid, [5n], [], null);
    const earlier = before.map(({ figures }) => ({ figures, standing: 'shown' as const }));
    const after = cellsOf(grid, [6n], [], few);
    expect(protect(grid, after, DISCLOSURE_RULE, earlier)).toEqual({ isPublishable: false, because: 'change' });
  });
});
