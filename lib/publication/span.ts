import { csvLine } from '@/lib/kernel/csv';
import { monthAfter } from './calendar';
import { codeOf, columnName, measureColumns } from './csv-lines';
import { type Dataset, SUM, shapeOf } from './datasets';
import { layoutOf } from './grid-of';
import { eachCell, HIDDEN, type MemberWords, NOT_AVAILABLE, type PublishedTable } from './published';

/** A calendar quarter as `YYYY-Qn`. */
export const QUARTER = /^\d{4}-Q[1-4]$/;

/** The months of a quarter, the first one first. */
export function monthsOfQuarter(quarter: string): readonly [string, string, string] {
  const first = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}`;
  return [first, monthAfter(first, 1), monthAfter(first, 2)];
}

/** The quarter a month lies in. */
export const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

/** Quarters of which every month is published, in one currency by its latest vintage, the latest first. `published` has that vintage first. */
export function wholeQuarters(
  published: readonly { readonly month: string; readonly currency: string }[],
): readonly string[] {
  const currencies = new Map([...published].reverse().map(({ month, currency }) => [month, currency]));
  return [...new Set([...currencies.keys()].map(quarterOf))]
    .filter((quarter) => {
      const [first, ...others] = monthsOfQuarter(quarter).map((month) => currencies.get(month));
      return first !== undefined && others.every((currency) => currency === first);
    })
    .sort()
    .reverse();
}

/** A table of a quarter: the sums of what its three months tell. */
export type QuarterTable = Pick<PublishedTable, 'dataset' | 'currency' | 'rows' | 'columns' | 'figuresOf'> & {
  readonly quarter: string;
  /** The months it is made of, each with the vintage. */
  readonly months: readonly { readonly month: string; readonly vintage: number }[];
};

/**
 * Adds up the published tables of the months of a quarter. Made of published figures alone, rounded as they are: it tells nothing that three
 * tables laid side by side do not. Hidden where one of its months is, and not available where one is not.
 * @throws RangeError where months count in different currencies, which no sum has
 */
export function quarterTable(dataset: Dataset, quarter: string, months: readonly PublishedTable[]): QuarterTable {
  const currency = months[0]?.currency ?? '';
  if (months.some((month) => month.currency !== currency))
    throw new RangeError('months of one quarter count in two currencies');
  const { rows, columns } = layoutOf(
    dataset,
    months.flatMap((month) => [...eachCell(month)]),
  );
  const { measures } = shapeOf(dataset);
  return {
    ...{ dataset, quarter, currency, rows, columns },
    months: months.map(({ month, vintage }) => ({ month, vintage })),
    figuresOf: (row, column) => {
      const told = months.map((month) => month.figuresOf(row, column));
      return measures.map((_, at) => sumOf(told.map((figures) => figures[at] ?? HIDDEN)));
    },
  };
}

function sumOf(figures: readonly string[]): string {
  if (figures.includes(HIDDEN)) return HIDDEN;
  if (figures.includes(NOT_AVAILABLE)) return NOT_AVAILABLE;
  return String(figures.reduce((sum, figure) => sum + BigInt(figure), 0n));
}

/** The table as CSV: the vintages it is made of stand in every row. */
export function* quarterCsv(table: QuarterTable, words: MemberWords): Generator<string> {
  const { row: down, column: across } = shapeOf(table.dataset);
  const [downName, acrossName] = [columnName(down), columnName(across)];
  const made = table.months.map(({ month, vintage }) => `${month} v${vintage}`).join('; ');
  yield csvLine([
    ...['quarter', 'months', downName, `${downName}_words`, acrossName, `${acrossName}_words`],
    ...measureColumns(table),
  ]);
  for (const row of [SUM, ...table.rows])
    for (const column of [SUM, ...table.columns])
      yield csvLine([
        ...[table.quarter, made, codeOf(row), words(down, row), codeOf(column), words(across, column)],
        ...table.figuresOf(row, column).map((figure) => (/^\d+$/.test(figure) ? { figure } : figure)),
      ]);
}
