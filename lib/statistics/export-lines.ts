import { NOT_DECLARED } from './contributions';
import { type CsvCell, csvLine } from './csv';
import type { Effectiveness } from './effectiveness';
import type { FilterDimension } from './filter';
import { FIGURES, type Figure, type Figures, figureText } from './measures';
import type { Period } from './period';
import type { SeriesPoint } from './series';

const COLUMN: Readonly<Record<Figure, string>> = {
  consignments: 'consignments',
  items: 'items',
  value: 'value_eur',
  mass: 'net_mass_kg',
  duty: 'assessed_duty_eur',
  vat: 'assessed_vat_eur',
  withdrawn: 'withdrawn',
};

/** A figure of ours as a cell: exact decimal text. */
export const figureCell = (figure: Figure, value: bigint): CsvCell => ({ figure: figureText(figure, value) });

/** A member of a dimension as a cell: empty where it was not declared. */
export const memberCell = (member: string): CsvCell => (member === NOT_DECLARED ? null : member);

type Params = Readonly<Record<string, string | readonly string[]>>;

/** A file keeps its codes for a machine and says them in words beside, for a reader. */
export type FileWords = {
  readonly member: (by: FilterDimension, member: string) => string;
  readonly filter: (params: Params) => string;
};

/** A member of a dimension with its words: two cells, the words of what was not declared included. */
export const memberCells = (words: FileWords, by: FilterDimension, member: string): CsvCell[] => [
  memberCell(member),
  words.member(by, member),
];

/** What a file holds, said in its last columns: the first line stays the names of the columns. */
export type FileScope = { readonly period: Period; readonly filter: string; readonly filterWords: string };

const SCOPE_COLUMNS = ['days_from', 'days_to', 'filter', 'filter_words'];
const scopeCells = ({ period, filter, filterWords }: FileScope): CsvCell[] => [
  period.from,
  period.to,
  filter,
  filterWords,
];

/** The scope of a file from its days and the parameters it was asked for with. */
export function fileScope(period: Period, params: Params, words: FileWords): FileScope {
  const chosen = Object.entries(params).map(([name, value]) => `${name}=${[value].flat().join('|')}`);
  return { period, filter: chosen.join('; '), filterWords: words.filter(params) };
}

/** The names of the columns; the scope comes last. */
export const columnLine = (columns: readonly string[]): string => csvLine([...columns, ...SCOPE_COLUMNS]);

/** One line of a file under `columnLine`. */
export const dataLine = (cells: readonly CsvCell[], scope: FileScope): string =>
  csvLine([...cells, ...scopeCells(scope)]);

/** The points of a series, every figure beside the compared one, empty where the compared period has no such day; the last line is the total. */
export function* seriesLines(
  points: readonly SeriesPoint[],
  total: Figures,
  previousTotal: Figures | null,
  scope: FileScope,
) {
  const previous = previousTotal ? FIGURES.map((figure) => `previous_${COLUMN[figure]}`) : [];
  yield columnLine(['from', ...FIGURES.map((figure) => COLUMN[figure]), ...previous]);
  const line = (name: string, figures: Figures, before: Figures | null) =>
    dataLine(
      [
        name,
        ...FIGURES.map((figure) => figureCell(figure, figures[figure])),
        ...(previousTotal ? FIGURES.map((figure) => (before ? figureCell(figure, before[figure]) : null)) : []),
      ],
      scope,
    );
  for (const point of points) yield line(point.at, point.figures, point.previous);
  yield line('total', total, previousTotal);
}

type MemberLine = { readonly value: bigint; readonly previous: bigint | null };

/** The members of a dimension with their share of the whole and their change against the compared period; the last line is the total. */
export function* breakdownLines(
  by: FilterDimension,
  figure: Figure,
  rows: readonly (MemberLine & { readonly member: string; readonly share: number })[],
  total: MemberLine,
  { scope, words }: { readonly scope: FileScope; readonly words: FileWords },
) {
  const column = COLUMN[figure];
  yield columnLine([
    by,
    `${by}_words`,
    column,
    'share',
    ...(total.previous === null ? [] : [`previous_${column}`, `change_${column}`]),
  ]);
  const line = (names: readonly CsvCell[], { value, previous }: MemberLine, share: number) =>
    dataLine(
      [
        ...names,
        figureCell(figure, value),
        { figure: share.toFixed(6) },
        ...(previous === null ? [] : [figureCell(figure, previous), figureCell(figure, value - previous)]),
      ],
      scope,
    );
  for (const row of rows) yield line(memberCells(words, by, row.member), row, row.share);
  yield line(['total', null], total, 1);
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
  'extra_charges_eur',
  'extra_charges_open',
];

/** What examinations found by why the consignment was selected; `extra_charges_open` counts the consignments that are in no sum. */
export function* effectivenessLines(
  { reasons }: Pick<Effectiveness, 'reasons'>,
  { scope, words }: { readonly scope: FileScope; readonly words: FileWords },
) {
  yield columnLine(YIELD_COLUMNS);
  const figure = (value: number | undefined, digits: number): CsvCell =>
    value === undefined ? null : { figure: value.toFixed(digits) };
  for (const { reason, consignments, examined, findings, notDone, hitRate, ...extra } of reasons) {
    yield dataLine(
      [
        ...memberCells(words, 'reason', reason),
        ...[consignments, examined, findings, notDone].map((count) => figure(count, 0)),
        ...[hitRate?.rate, hitRate?.low, hitRate?.high].map((share) => figure(share, 6)),
        figureCell('duty', extra.extraChargesMinor),
        figure(extra.extraChargesOpen, 0),
      ],
      scope,
    );
  }
}
