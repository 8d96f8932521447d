import type { ProblemCode } from '@/lib/intake/problem-codes';
import { csvWith, ITEM } from './a-submission';
import type { Case } from './cases';

type Fields = Readonly<Record<string, string>>;

/** One row of CSV whose change must refuse it, at the field changed first. */
export function refused(code: ProblemCode, fields: Fields): Case {
  const [column = '', value = ''] = Object.entries(fields)[0] ?? [];
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return {
    name: `${column} ${JSON.stringify(shown)}`,
    format: 'csv',
    sent: csvWith(fields),
    expected: { row: code, pointer: ITEM.has(column) ? `items.0.${column}` : column, line: 2 },
  };
}

/** One row of CSV that is accepted with its change kept to the letter, with a warning or without. */
export function kept(fields: Fields, warning?: ProblemCode): Case {
  const [column = '', value = ''] = Object.entries(fields)[0] ?? [];
  const expected = { accept: fields, ...(warning ? { warning } : {}) };
  return { name: `${column} ${JSON.stringify(value.slice(0, 40))}`, format: 'csv', sent: csvWith(fields), expected };
}
