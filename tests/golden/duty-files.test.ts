import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRow } from '@/lib/charges/check-row';
import { readLines } from '@/tests/bench/duty/read-rows';

const pathOf = (name: string) => join(import.meta.dirname, name);

/** What `npm run bench:duty` tells of each line that is not worked out alike. */
function toldOf(name: string): { lines: number; told: readonly string[] } {
  const read = readLines(pathOf(name));
  const told = read.flatMap((one) => {
    if ('fault' in one) return [`line ${one.line}: ${one.fault}`];
    const checked = checkRow(one.row);
    if (checked.outcome === 'bad') return [`line ${one.line}: ${checked.column} ${checked.rule}`];
    return checked.outcome === 'exact' ? [] : [`line ${one.line}: ${checked.expected}, not ${checked.worked}`];
  });
  return { lines: read.length, told };
}

describe('files of worked charges run unchanged', () => {
  it.each([
    ['the cases with their sources', 'duty-cases.csv', 21],
    ['another order of columns, a further one, quotes and an empty line', 'duty/other-order.csv', 8],
    ['all quoted, CRLF, a byte-order mark, capitals in the header', 'duty/quoted-crlf-bom.csv', 4],
    ['semicolons', 'duty/semicolons.csv', 3],
    ['tabs, UTF-16', 'duty/tabs-utf16.csv', 2],
    ['every way of rounding, ties and signs, currencies of no, two and three decimals', 'duty/every-rounding.csv', 343],
    ['specific and compound rates as tariffs print them', 'duty/specific-and-compound.csv', 12],
  ])('%s: every line is exact', (_title, name, lines) => {
    expect(toldOf(name)).toEqual({ lines, told: [] });
  });

  it('what cannot be read is told by line, column and rule', () => {
    expect(toldOf('duty/bad-lines.csv').told).toEqual([
      'line 3: 18.97, not 18.96',
      'line 4: base no_decimal',
      'line 5: 7 fields where the header has 6',
      'line 6: rate negative',
      'line 7: kind unknown_kind',
      'line 8: currency unknown_currency',
      'line 9: rounding unknown_rounding',
      'line 10: amount missing',
      'line 11: amount missing',
      'line 12: base quantity_missing kg',
      'line 13: rate not_a_term at 8',
      'line 14: rate unknown_unit at 8',
      'line 15: rate nil',
      'line 16: rate absurd_percentage',
    ]);
  });

  it('a quote that is never closed, a file without a line and one without the columns are named', () => {
    expect(() => readLines(pathOf('duty/open-quote.csv'))).toThrow(/Quote Not Closed.*line 2/);
    expect(() => readLines(pathOf('screening-pairs.csv'))).toThrow(
      'lacks the column base, rate, kind, amount, currency, rounding',
    );
  });
});
