import { describe, expect, it } from 'vitest';
import { SUM } from './datasets';
import { publishedTable } from './published';
import { monthsOfSpan, spanCsv, spanKindOf, spanOf, spanTable, wholeSpans } from './span';

const UNITS = { currency: 'EUR', minorDigits: 2, countBase: 5 };
/** A table of origins and chapters: value in cents, items, mass in grams; null is hidden. */
const tableOf = (month: string, vintage: number, cells: Readonly<Record<string, readonly bigint[] | null>>) =>
  publishedTable(
    { dataset: 'imports', month, vintage },
    Object.entries(cells).map(([key, told]) => {
      const [row = '', column = ''] = key.split(' ');
      return { row, column, told };
    }),
    UNITS,
  );
const cell = (euros: bigint, items: bigint, kilograms: bigint) => [euros * 100n, items, kilograms * 1_000n];

const MONTHS = [
  tableOf('2026-07', 2, { 'CN 61': cell(100n, 12n, 3n), 'TR 61': null, [`${SUM} ${SUM}`]: cell(180n, 21n, 5n) }),
  tableOf('2026-08', 1, {
    'CN 61': cell(50n, 13n, 2n),
    'TR 61': cell(7n, 5n, 1n),
    [`${SUM} ${SUM}`]: cell(57n, 18n, 3n),
  }),
  tableOf('2026-09', 1, { 'CN 85': cell(9n, 5n, 0n), [`${SUM} ${SUM}`]: cell(9n, 5n, 0n) }),
];

describe('a table of a quarter', () => {
  const table = spanTable('imports', '2026-Q3', MONTHS);

  it('adds up what its months tell, rounded as they told it: 100 + 50 + 0, and 10 + 15 + 0 items', () => {
    expect(table.figuresOf('CN', '61')).toEqual(['150', '25', '5']);
  });

  it('hides what one of its months hides, so that nothing is told that the months do not', () => {
    expect(table.figuresOf('TR', '61')).toEqual(['c', 'c', 'c']);
  });

  it('does not tell a mass where one of its months knows none', () => {
    expect(table.figuresOf('CN', '85')).toEqual(['9', '5', ':']);
  });

  it('names the vintages it is made of, in every row of its file', () => {
    expect(table.months.map(({ vintage }) => vintage)).toEqual([2, 1, 1]);
    const lines = [...spanCsv(table, (_, member) => member)];
    expect(lines[0]).toContain('quarter,months,origin,origin_words,chapter,chapter_words,value_eur,items,net_mass_kg');
    expect(lines.every((line, at) => at === 0 || line.includes('2026-07 v2; 2026-08 v1; 2026-09 v1'))).toBe(true);
    expect(lines).toHaveLength(1 + 3 * 3);
  });

  it('refuses to add two currencies, and what names no months', () => {
    const [first, second, third] = MONTHS;
    if (!first || !second || !third) throw new Error('three months are needed');
    expect(() => spanTable('imports', '2026-Q3', [first, second, { ...third, currency: 'USD' }])).toThrow(RangeError);
    expect(() => spanTable('imports', '2026-07', MONTHS)).toThrow(RangeError);
  });
});

describe('a table of a year', () => {
  const months = monthsOfSpan('2026').map((month, at) =>
    tableOf(month, 1, {
      'CN 61': cell(10n + BigInt(at), 5n, 1n),
      // Hidden in December alone, and of the whole year therefore.
      'TR 61': at === 11 ? null : cell(5n, 5n, 1n),
      [`${SUM} ${SUM}`]: cell(20n + BigInt(at), 10n, 2n),
    }),
  );
  const table = spanTable('imports', '2026', months);

  it('adds up its twelve months, and hides what any of them hides', () => {
    expect(table.months.map(({ month }) => month)).toEqual(monthsOfSpan('2026'));
    expect(table.figuresOf('CN', '61')).toEqual(['186', '60', '12']);
    expect(table.figuresOf('TR', '61')).toEqual(['c', 'c', 'c']);
    expect(table.figuresOf(SUM, SUM)).toEqual(['306', '120', '24']);
  });

  it('is the sum of its quarters wherever all of them tell', () => {
    const quarters = [1, 2, 3, 4].map((quarter) =>
      spanTable('imports', `2026-Q${quarter}`, months.slice(quarter * 3 - 3, quarter * 3)),
    );
    const added = quarters.reduce((sum, quarter) => sum + BigInt(quarter.figuresOf('CN', '61')[0] ?? 0), 0n);
    expect(String(added)).toBe(table.figuresOf('CN', '61')[0]);
  });

  it('says in its file that it is a year', () => {
    const [head, first] = [...spanCsv(table, (_, member) => member)];
    expect(head).toMatch(/^year,months,/);
    expect(first).toMatch(/^2026,"2026-01 v1; 2026-02 v1; /);
  });
});

it('a text names a quarter, a year or neither', () => {
  expect(['2026-Q3', '2026', '2026-Q5', '2026-07', '26', ''].map(spanKindOf)).toEqual([
    'quarter',
    'year',
    null,
    null,
    null,
    null,
  ]);
});

it('a quarter or a year is whole when all of its months are published', () => {
  expect(spanOf('quarter', '2026-09')).toBe('2026-Q3');
  expect(spanOf('year', '2026-09')).toBe('2026');
  expect(monthsOfSpan('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
  expect(monthsOfSpan('2026')).toHaveLength(12);
  const published = ['2026-07', '2026-08', '2026-09', '2026-09', '2026-10', '2026-04', '2026-05', '2026-06'];
  const inEuros = published.map((month) => ({ month, currency: 'EUR' }));
  expect(wholeSpans('quarter', inEuros)).toEqual(['2026-Q3', '2026-Q2']);
  expect(wholeSpans('year', inEuros)).toEqual([]);
  const changed = [{ month: '2026-09', currency: 'XEU' }, ...inEuros];
  expect(wholeSpans('quarter', changed)).toEqual(['2026-Q2']);
  const years = [...monthsOfSpan('2025'), ...monthsOfSpan('2026').slice(0, 11)];
  expect(
    wholeSpans(
      'year',
      years.map((month) => ({ month, currency: 'EUR' })),
    ),
  ).toEqual(['2025']);
});
