import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { cellSource, column } from '@/db/queries/statistics/cell-source';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import type { Dataset, PublishedDimension, PublishedMeasure } from '@/lib/publication/datasets';
import { shapeOf } from '@/lib/publication/datasets';
import type { Dimension, Measure } from '@/lib/statistics/contributions';
import { EMPTY_STATISTICS_FILTER } from '@/lib/statistics/filter';
import type { Period } from '@/lib/statistics/period';

const DIMENSIONS: Readonly<Record<PublishedDimension, Dimension>> = {
  origin: 'origin',
  chapter: 'chapter',
  lane: 'lane',
  valueBand: 'valueBand',
};
const MEASURES: Readonly<Record<PublishedMeasure, Measure>> = {
  items: 'items',
  value: 'valueMinor',
  mass: 'netMassG',
  consignments: 'consignments',
  released: 'released',
};

/** The inner cells of a table, each with its figures in the order of the dataset's measures. */
export type TableFigures = readonly {
  readonly row: string;
  readonly column: string;
  readonly figures: readonly bigint[];
}[];

/** The figures of a dataset over the days of a period, of all offices, as every screen of the statistics has them. */
export async function tableFigures(tx: Tx, dataset: Dataset, period: Period): Promise<TableFigures> {
  const { row, column: across, measures } = shapeOf(dataset);
  const [rows, columns] = [DIMENSIONS[row], DIMENSIONS[across]];
  const read = measures.map((measure) => MEASURES[measure]);
  const source = cellSource(SYSTEM_ACTOR, EMPTY_STATISTICS_FILTER, {
    periods: [period],
    dimensions: [rows, columns],
    measures: read,
  });
  const sums = sql.join(
    read.map((measure) => sql`sum(${column(measure)})::text`),
    sql`, `,
  );
  const found = await tx.execute<{ row: string; across: string; figures: string[] }>(sql`
    select ${column(rows)} as row, ${column(columns)} as across, array[${sums}] as figures
    from ${source} group by 1, 2`);
  return found.rows
    .map((one) => ({ row: one.row, column: one.across, figures: one.figures.map(BigInt) }))
    .filter(({ figures }) => figures.some((figure) => figure !== 0n));
}
