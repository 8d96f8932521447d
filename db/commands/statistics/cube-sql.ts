import 'server-only';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { cells } from '@/db/schema';
import { DIMENSIONS, type Dimension, MEASURES, type Measure } from '@/lib/statistics/contributions';
import { ALL, ALL_BUCKETS, CUBES, type Cube } from '@/lib/statistics/cubes';

/** The column of a dimension or measure, the same in cells and contributions. */
export const columnOf = (key: Dimension | Measure): SQL => sql`${sql.identifier(getTableColumns(cells)[key].name)}`;

export const commaList = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

export const dimensionColumns = commaList(DIMENSIONS.map(columnOf));
/** The same columns of a table that goes by an alias of ours. */
export const dimensionColumnsOf = (alias: 'cells' | 'e'): SQL =>
  commaList(DIMENSIONS.map((dimension) => sql`${sql.raw(alias)}.${columnOf(dimension)}`));
export const measureColumns = commaList(MEASURES.map(columnOf));
export const measureSums = commaList(MEASURES.map((measure) => sql`sum(${columnOf(measure)})`));

/** True for a row without any measure, which stands for nothing. */
export const isEmptyCell = sql.join(
  MEASURES.map((measure) => sql`cells.${columnOf(measure)} = 0`),
  sql` and `,
);

/** Adds the measures of a conflicting row to those that are there. */
export const addMeasures = commaList(
  MEASURES.map((measure) => sql`${columnOf(measure)} = cells.${columnOf(measure)} + excluded.${columnOf(measure)}`),
);

const keeps = (cube: Cube, dimension: Dimension) => (CUBES[cube] as readonly Dimension[]).includes(dimension);

/** One grouping set for each cube. */
export function groupingSets(cubes: readonly Cube[]): SQL {
  return commaList(cubes.map((cube) => sql`(${commaList(CUBES[cube].map(columnOf))})`));
}

/** Name of the cube a grouped row belongs to. `grouping` tells which dimensions were left out; a null would not. */
export function cubeName(cubes: readonly Cube[]): SQL {
  const branches = cubes.map((cube) => {
    const bits = DIMENSIONS.map((dimension) => (keeps(cube, dimension) ? '0' : '1')).join('');
    return sql.raw(`when ${Number.parseInt(bits, 2)} then '${cube}'`);
  });
  return sql`case grouping(${dimensionColumns}) ${sql.join(branches, sql` `)} end`;
}

/** The members of a grouped row: `*` (-2 for the numbered dimension) where the cube leaves the dimension out. */
export const groupedMembers = commaList(
  DIMENSIONS.map((dimension) => {
    const all = dimension === 'releaseBucket' ? String(ALL_BUCKETS) : `'${ALL}'`;
    if (dimension === 'day') return columnOf(dimension);
    return sql`case when grouping(${columnOf(dimension)}) = 1 then ${sql.raw(all)} else ${columnOf(dimension)} end`;
  }),
);
