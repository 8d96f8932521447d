import { csvLine } from '@/lib/kernel/csv';
import { monthAfter } from './calendar';
import { codeOf, columnName, measureColumns } from './csv-lines';
import { type Dataset, SUM, shapeOf } from './datasets';
import { layoutOf } from './grid-of';
import { eachCell, HIDDEN, type MemberWords, NOT_AVAILABLE, type PublishedTable } from './published';

/** Months that are told together: a calendar quarter as `YYYY-Qn`, or a calendar year as `YYYY`. */
export type SpanKind = 'quarter' | 'year';

const QUARTER = /^\d{4}-Q[1-4]$/;
const YEAR = /^\d{4}$/;
const MONTHS = { quarter: 3, year: 12 } as const;

/** What a text names; null where it names neither a quarter nor a year. */
export function spanKindOf(span: string): SpanKind | null {
  if (QUARTER.test(span)) return 'quarter';
  return YEAR.test(span) ? 'year' : null;
}

/** The months of a quarter or a year, the first one first; none of another text. */
export function monthsOfSpan(span: string): readonly string[] {
  const kind = spanKindOf(span);
  if (kind === null) return [];
  const months = MONTHS[kind];
  const first = kind === 'year' ? 1 : Number(span.slice(6)) * months - months + 1;
  return Array.from({ length: months }, (_, at) =>
    monthAfter(`${span.slice(0, 4)}-${String(first).padStart(2, '0')}`, at),
  );
}

/** The quarter or the year a month lies in. */
export function spanOf(kind: SpanKind, month: string): string {
  const year = month.slice(0, 4);
  return kind === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5)) / MONTHS.quarter)}`;
}

/** Quarters or years of which every month is published, in one currency by its latest vintage, the latest first. `published` has that vintage first. */
export function wholeSpans(
  kind: SpanKind,
  published: readonly { readonly month: string; readonly currency: string }[],
): readonly string[] {
  const currencies = new Map([...published].reverse().map(({ month, currency }) => [month, currency]));
  return [...new Set([...currencies.keys()].map((month) => spanOf(kind, month)))]
    .filter((span) => {
      const [first, ...others] = monthsOfSpan(span).map((month) => currencies.get(month));
      return first !== undefined && others.every((currency) => currency === first);
    })
    .sort()
    .reverse();
}

/** A table of a quarter or a year: the sums of what its months tell. */
export type SpanTable = Pick<PublishedTable, 'dataset' | 'currency' | 'rows' | 'columns' | 'figuresOf'> & {
  readonly span: string;
  readonly kind: SpanKind;
  /** The months it is made of, each with the vintage. */
  readonly months: readonly { readonly month: string; readonly vintage: number }[];
};

/**
 * Adds up the published tables of the months of a quarter or a year. Made of published figures alone, rounded as they are: it tells nothing
 * that the tables laid side by side do not. Hidden where one of its months is, and not available where one is not.
 * @throws RangeError where the text names no span, or its months count in different currencies, which no sum has
 */
export function spanTable(dataset: Dataset, span: string, months: readonly PublishedTable[]): SpanTable {
  const kind = spanKindOf(span);
  if (kind === null) throw new RangeError(`${span} is neither a quarter nor a year`);
  const currency = months[0]?.currency ?? '';
  if (months.some((month) => month.currency !== currency))
    throw new RangeError(`months of one ${kind} count in two currencies`);
  const { rows, columns } = layoutOf(
    dataset,
    months.flatMap((month) => [...eachCell(month)]),
  );
  const { measures } = shapeOf(dataset);
  return {
    ...{ dataset, span, kind, currency, rows, columns },
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
export function* spanCsv(table: SpanTable, words: MemberWords): Generator<string> {
  const { row: down, column: across } = shapeOf(table.dataset);
  const [downName, acrossName] = [columnName(down), columnName(across)];
  const made = table.months.map(({ month, vintage }) => `${month} v${vintage}`).join('; ');
  yield csvLine([
    ...[table.kind, 'months', downName, `${downName}_words`, acrossName, `${acrossName}_words`],
    ...measureColumns(table),
  ]);
  for (const row of [SUM, ...table.rows])
    for (const column of [SUM, ...table.columns])
      yield csvLine([
        ...[table.span, made, codeOf(row), words(down, row), codeOf(column), words(across, column)],
        ...table.figuresOf(row, column).map((figure) => (/^\d+$/.test(figure) ? { figure } : figure)),
      ]);
}
