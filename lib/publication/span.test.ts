import { describe, expect, it } from 'vitest';
import { SUM } from './datasets';
import { publishedTable } from './published';
import { monthsOfQuarter, quarterCsv, quarterOf, quarterTable, wholeQuarters } from './quarter';

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

describe('quarterTable', () => {
  const table = quarterTable('imports', '2026-Q3', MONTHS);

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
    const lines = [...quarterCsv(table, (_, member) => member)];
    expect(lines[0]).toContain('quarter,months,origin,origin_words,chapter,chapter_words,value_eur,items,net_mass_kg');
    expect(lines.every((line, at) => at === 0 || line.includes('2026-07 v2; 2026-08 v1; 2026-09 v1'))).toBe(true);
    expect(lines).toHaveLength(1 + 3 * 3);
  });

  it('refuses to add two currencies', () => {
    const [first, second, third] = MONTHS;
    if (!first || !second || !third) throw new Error('three months are needed');
    expect(() => quarterTable('imports', '2026-Q3', [first, second, { ...third, currency: 'USD' }])).toThrow(
      RangeError,
    );
  });
});

it('a quarter is whole when all of its months are published', () => {
  expect(quarterOf('2026-09')).toBe('2026-Q3');
  expect(monthsOfQuarter('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
  const published = ['2026-07', '2026-08', '2026-09', '2026-09', '2026-10', '2026-04', '2026-05', '2026-06'];
  const inEuros = published.map((month) => ({ month, currency: 'EUR' }));
  expect(wholeQuarters(inEuros)).toEqual(['2026-Q3', '2026-Q2']);
  const changed = [{ month: '2026-09', currency: 'XEU' }, ...inEuros];
  expect(wholeQuarters(changed)).toEqual(['2026-Q2']);
});
