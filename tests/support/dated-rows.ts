import type { Layout } from '@/lib/reference/layout';
import { type LoadPlan, planLoad } from '@/lib/reference/plan';
import type { ReferenceRow, RowValue, StandingRow } from '@/lib/reference/row';

export const LAYOUT: Layout = {
  name: 'test',
  kind: 'countries',
  columns: ['code'],
  source: 'test',
  listOf: (key) => (key.startsWith('X') ? null : 'all'),
  rows: async function* none() {},
};
export const TODAY = '2026-11-10';

/** A row in force. */
export function stands(
  key: string,
  validFrom: string,
  validTo: string | null,
  value: RowValue,
  revision = 0,
): StandingRow {
  return { rowKind: 'country', key, validFrom, validTo, revision, value, source: 'test', edition: 'old' };
}

/** A row of a file. */
export function asks(
  key: string,
  value: RowValue,
  validFrom: string | null = null,
  validTo: string | null = null,
): ReferenceRow {
  return { rowKind: 'country', key, value, validFrom, validTo, line: 2 };
}

/** What the rows of a file change. */
export const plan = (
  standing: readonly StandingRow[],
  rows: readonly ReferenceRow[],
  layout = LAYOUT,
  validFrom = TODAY,
) => planLoad(standing, rows, { layout, validFrom });

/** What stands after a plan was written. */
export function written(standing: readonly StandingRow[], { begin, end }: LoadPlan): StandingRow[] {
  const ends = new Map(end.map(({ row, validTo }) => [row, validTo]));
  return [
    ...standing.map((row) => ({ ...row, validTo: ends.get(row) ?? row.validTo })),
    ...begin.map(({ continues, ...row }) => ({
      ...row,
      source: continues?.source ?? 'test',
      edition: continues?.edition ?? 'new',
    })),
  ];
}

/** Rows as `key first day/revision last day value edition`. */
export const lines = (rows: readonly StandingRow[]) =>
  rows
    .map(({ key, validFrom, revision, validTo, value, edition }) =>
      [key, `${validFrom}/${revision}`, validTo ?? '', String(value.v), edition].join(' '),
    )
    .sort();
