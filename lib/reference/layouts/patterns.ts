import { type Layout, rowByRow, UNDATED } from '../layout';
import type { SourceRow } from '../source-row';

const LONGEST_PATTERN = 200;
/** A repeated group that itself repeats takes for ever on a text that almost fits. */
const NESTED_REPEAT = /[+*}][^()]*\)[+*{]/;
/** Goods named in other scripts: an expression made for Latin letters takes them for signs. */
const IN_OTHER_SCRIPTS = ['手机壳', 'чехол', 'قميص'];

function compiled(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, 'iu');
  } catch {
    return null;
  }
}

/** The expression of a row, without blanks around it; a fault where it cannot be used. */
function patternOf(row: SourceRow, column: string): string {
  const pattern = row.required(column).trim();
  const expression = compiled(pattern);
  if (pattern.length > LONGEST_PATTERN) row.refuse('too_long', column, { limit: LONGEST_PATTERN });
  else if (expression === null) row.refuse('pattern_unreadable', column);
  else if (NESTED_REPEAT.test(pattern)) row.refuse('pattern_costly', column);
  else if (IN_OTHER_SCRIPTS.some((name) => expression.test(name))) row.note('pattern_other_scripts', column);
  return pattern;
}

/** Expressions of descriptions that name no goods, one a line; `#` begins a remark. */
export const PATTERNS: Layout = {
  name: 'vague-patterns',
  kind: 'vague-terms',
  columns: [],
  series: ['patterns'],
  isText: true,
  source: 'Vague patterns of the fast parcel search of the UK Trade Tariff (HMRC, MIT licence)',
  listOf: (key) => (key.startsWith('fpo_') ? 'fpo' : null),
  async *rows(source) {
    let number = 0;
    for await (const row of source) {
      if (row.text('line').startsWith('#')) continue;
      const pattern = patternOf(row, 'line');
      if (!row.isSound) continue;
      number += 1;
      yield { rowKind: 'description_pattern', key: `fpo_${number}`, value: { pattern }, ...UNDATED, line: row.line };
    }
  },
};

/** Expressions of descriptions that name no goods, each under the name of its rule. */
export const DESCRIPTION_RULES: Layout = {
  name: 'description-rules',
  kind: 'vague-terms',
  columns: ['rule', 'regex', 'meaning'],
  source: 'Guidance of the European Commission on descriptions of goods in ICS2',
  listOf: (key) => (key.startsWith('ics2_') ? 'ics2' : null),
  rows: rowByRow((row) => ({
    rowKind: 'description_pattern',
    key: `ics2_${row.shaped('rule', /^[a-z0-9_]{1,60}$/, 'only_digits')}`,
    value: { pattern: patternOf(row, 'regex') },
    ...UNDATED,
  })),
};
