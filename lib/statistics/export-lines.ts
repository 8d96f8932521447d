import { NOT_DECLARED } from './contributions';
import { type CsvCell, csvLine } from './csv';
import { FIGURES, type Figure, type Figures, figureText } from './measures';
import type { Period } from './period';
import type { SeriesPoint } from './series';

const COLUMN: Readonly<Record<Figure, string>> = {
  consignments: 'consignments',
  items: 'items',
  value: 'value_eur',
  mass: 'net_mass_kg',
  duty: 'duty_eur',
  vat: 'vat_eur',
};

/** A figure of ours as a cell: exact decimal text. */
export const figureCell = (figure: Figure, value: bigint): CsvCell => ({ figure: figureText(figure, value) });

/** A member of a dimension as a cell: empty where it was not declared. */
export const memberCell = (member: string): CsvCell => (member === NOT_DECLARED ? null : member);

/** The first line of every file: what it holds, under which filter. */
export function headerLine(
  dataset: string,
  period: Period,
  params: Readonly<Record<string, string | readonly string[]>>,
): string {
  const chosen = Object.entries(params).map(([name, value]) => `${name}=${[value].flat().join('|')}`);
  return csvLine([
    ['Luxor statistics', `dataset=${dataset}`, `days=${period.from}/${period.to}`, ...chosen].join('; '),
  ]);
}

/** The points of a series, every figure beside the compared one; the last line is the total. */
export function* seriesLines(points: readonly SeriesPoint[], total: Figures, previousTotal: Figures | null) {
  const previous = previousTotal ? FIGURES.map((figure) => `previous_${COLUMN[figure]}`) : [];
  yield csvLine(['from', ...FIGURES.map((figure) => COLUMN[figure]), ...previous]);
  const line = (name: string, figures: Figures, before: Figures | null) =>
    csvLine([
      name,
      ...FIGURES.map((figure) => figureCell(figure, figures[figure])),
      ...(before ? FIGURES.map((figure) => figureCell(figure, before[figure])) : []),
    ]);
  for (const point of points) yield line(point.at, point.figures, point.previous);
  yield line('total', total, previousTotal);
}

/** The members of a dimension with their share of the whole; the last line is the total. */
export function* breakdownLines(
  by: string,
  figure: Figure,
  rows: readonly {
    readonly member: string;
    readonly value: bigint;
    readonly previous: bigint | null;
    readonly share: number;
  }[],
  total: { readonly value: bigint; readonly previous: bigint | null },
) {
  const column = COLUMN[figure];
  yield csvLine([by, column, 'share', ...(total.previous === null ? [] : [`previous_${column}`])]);
  const before = (value: bigint | null) => (value === null ? [] : [figureCell(figure, value)]);
  for (const row of rows) {
    const share = { figure: row.share.toFixed(6) };
    yield csvLine([memberCell(row.member), figureCell(figure, row.value), share, ...before(row.previous)]);
  }
  yield csvLine(['total', figureCell(figure, total.value), { figure: '1.000000' }, ...before(total.previous)]);
}
