import { type CsvCell, csvLine } from '@/lib/kernel/csv';
import { moneyText } from '@/lib/kernel/money';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { NOT_DECLARED } from './contributions';
import type { Effectiveness } from './effectiveness';
import type { ExploredFigure } from './explored-figures';
import type { FilterDimension } from './filter';
import { FIGURES, type Figure, type Figures, figureText, unitOf } from './measures';
import type { Period } from './period';
import type { Axis } from './question';
import type { SeriesPoint } from './series';

/** The name of a column of amounts, with the currency they are in: `duty_eur`. */
export const amountColumn = (name: string, { currency }: PolicyCurrency): string => `${name}_${currency.toLowerCase()}`;

/** The name of the column of a figure. */
export function columnOf(figure: Figure, currency: PolicyCurrency): string {
  if (figure === 'mass') return 'net_mass_kg';
  if (unitOf(figure) === 'count') return figure;
  return amountColumn(figure === 'value' ? 'value' : `assessed_${figure}`, currency);
}

/** An amount in minor units as a cell: exact decimal text. */
export const amountCell = (minor: bigint, { minorDigits }: PolicyCurrency): CsvCell => ({
  figure: moneyText(minor, minorDigits),
});

/** A member of a dimension as a cell: empty where it was not declared. */
export const memberCell = (member: string): CsvCell => (member === NOT_DECLARED ? null : member);

type Params = Readonly<Record<string, string | readonly string[]>>;

/** A file keeps its codes for a machine and says them in words beside, for a reader. */
export type FileWords = {
  readonly member: (by: Axis, member: string) => string;
  readonly filter: (params: Params) => string;
  /** What a figure counts, with the version of its definition. */
  readonly definition: (figure: ExploredFigure) => string;
};

/** The definitions of the figures of a file, one after the other. */
export const definitionsOf = (figures: readonly ExploredFigure[], words: FileWords): string =>
  figures.map(words.definition).join(' ');

/** A member of a dimension with its words: two cells, the words of what was not declared included. */
export const memberCells = (words: FileWords, by: FilterDimension, member: string): CsvCell[] => [
  memberCell(member),
  words.member(by, member),
];

/** What a file holds, said in its last columns: the first line stays the names of the columns. Its amounts are in `currency`. */
export type FileScope = {
  readonly period: Period;
  readonly filter: string;
  readonly filterWords: string;
  /** What its figures count. */
  readonly definitions: string;
  readonly currency: PolicyCurrency;
};

const SCOPE_COLUMNS = ['definitions', 'days_from', 'days_to', 'filter', 'filter_words'];
const scopeCells = ({ period, filter, filterWords, definitions }: FileScope): CsvCell[] => [
  definitions,
  period.from,
  period.to,
  filter,
  filterWords,
];

/** The scope of a file from its days, the parameters it was asked for with, and what its figures count. */
export function fileScope(
  period: Period,
  params: Params,
  words: FileWords,
  currency: PolicyCurrency,
  definitions: string,
): FileScope {
  const chosen = Object.entries(params).map(([name, value]) => `${name}=${[value].flat().join('|')}`);
  return { period, filter: chosen.join('; '), filterWords: words.filter(params), currency, definitions };
}

/** The names of the columns; the scope comes last. */
export const columnLine = (columns: readonly string[]): string => csvLine([...columns, ...SCOPE_COLUMNS]);

/** One line of a file under `columnLine`. */
export const dataLine = (cells: readonly CsvCell[], scope: FileScope): string =>
  csvLine([...cells, ...scopeCells(scope)]);

/**
 * The points of a series, every figure beside the compared one, empty where the compared period has no such day. Only points: their sum
 * is the total of the page, and a line of it would be counted twice by whoever adds them up.
 */
export function* seriesLines(points: readonly SeriesPoint[], isCompared: boolean, scope: FileScope) {
  const { currency } = scope;
  const columns = FIGURES.map((figure) => columnOf(figure, currency));
  yield columnLine(['from', ...columns, ...(isCompared ? columns.map((column) => `previous_${column}`) : [])]);
  const cells = (figures: Figures | null) =>
    FIGURES.map((figure) => (figures ? { figure: figureText(figure, figures[figure], currency) } : null));
  for (const { at, figures, previous } of points)
    yield dataLine([at, ...cells(figures), ...(isCompared ? cells(previous) : [])], scope);
}

type MemberLine = {
  readonly member: string;
  readonly share: number;
  readonly value: bigint;
  readonly previous: bigint | null;
};

/** The members of a dimension with their share of the whole and, where compared, their change. */
export function* breakdownLines(
  by: FilterDimension,
  figure: Figure,
  rows: readonly MemberLine[],
  isCompared: boolean,
  { scope, words }: { readonly scope: FileScope; readonly words: FileWords },
) {
  const { currency } = scope;
  const column = columnOf(figure, currency);
  const cell = (value: bigint): CsvCell => ({ figure: figureText(figure, value, currency) });
  yield columnLine([
    by,
    `${by}_words`,
    column,
    'share',
    ...(isCompared ? [`previous_${column}`, `change_${column}`] : []),
  ]);
  for (const { member, share, value, previous } of rows)
    yield dataLine(
      [
        ...memberCells(words, by, member),
        cell(value),
        { figure: share.toFixed(6) },
        ...(previous === null ? [] : [cell(previous), cell(value - previous)]),
      ],
      scope,
    );
}

const YIELD_COLUMNS = [
  'selected_by',
  'selected_by_words',
  'consignments',
  'examined',
  'findings',
  'not_done',
  'hit_rate',
  'hit_rate_low',
  'hit_rate_high',
];

/** What examinations found by why the consignment was selected; `extra_charges_open` counts the consignments that are in no sum. */
export function* effectivenessLines(
  { reasons }: Pick<Effectiveness, 'reasons'>,
  { scope, words }: { readonly scope: FileScope; readonly words: FileWords },
) {
  yield columnLine([...YIELD_COLUMNS, amountColumn('extra_charges', scope.currency), 'extra_charges_open']);
  const figure = (value: number | undefined, digits: number): CsvCell =>
    value === undefined ? null : { figure: value.toFixed(digits) };
  for (const { reason, consignments, examined, findings, notDone, hitRate, ...extra } of reasons) {
    yield dataLine(
      [
        ...memberCells(words, 'reason', reason),
        ...[consignments, examined, findings, notDone].map((count) => figure(count, 0)),
        ...[hitRate?.rate, hitRate?.low, hitRate?.high].map((share) => figure(share, 6)),
        amountCell(extra.extraChargesMinor, scope.currency),
        figure(extra.extraChargesOpen, 0),
      ],
      scope,
    );
  }
}
