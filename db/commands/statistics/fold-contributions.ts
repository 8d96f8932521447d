import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { cells, contributions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { CUBES, type Cube } from '@/lib/statistics/cubes';
import {
  addMeasures,
  cubeName,
  dimensionColumns,
  dimensionColumnsOf,
  groupedMembers,
  groupingSets,
  isEmptyCell,
  measureColumns,
  measureSums,
} from './cube-sql';

/** Contributions of one portion: large enough that equal cells meet, small enough to be over in a second or two. */
export const ROWS_PER_FOLD = 20_000;

const ALL_CUBES = Object.keys(CUBES) as readonly Cube[];

/**
 * Moves one portion of waiting contributions into every cube, in one statement, so that a reader finds each row in one place or
 * the other and never in both. Cells that come to nothing are removed. Gives how many contributions were moved.
 */
export async function foldContributions(actor: Actor, rows = ROWS_PER_FOLD): Promise<number> {
  authorise(actor, 'statistics.fold');
  return inTransaction(async (tx) => {
    const [folded] = (await tx.execute<{ moved: number; emptied: string | null }>(foldStatement(rows))).rows;
    if (folded?.emptied) await tx.execute(removeStatement(folded.emptied));
    return folded?.moved ?? 0;
  });
}

function foldStatement(rows: number): SQL {
  return sql`
    with moved as (
      delete from ${contributions} where id in (select id from ${contributions} limit ${rows})
      returning *
    ), folded as (
      insert into ${cells} as cells (cube, ${dimensionColumns}, ${measureColumns})
      select ${cubeName(ALL_CUBES)}, ${groupedMembers}, ${measureSums}
      from moved group by grouping sets (${groupingSets(ALL_CUBES)})
      on conflict (cube, ${dimensionColumns}) do update set ${addMeasures}
      returning cells.*
    )
    select (select count(*) from moved)::int as moved,
      (select json_agg(cells)::text from folded as cells where ${isEmptyCell}) as emptied`;
}

/** Looks again at each emptied cell by its key, so that a measure added in between keeps it. */
function removeStatement(emptied: string): SQL {
  return sql`
    delete from ${cells} as cells using json_populate_recordset(null::statistics.cells, ${emptied}::json) as e
    where (cells.cube, ${dimensionColumnsOf('cells')}) = (e.cube, ${dimensionColumnsOf('e')}) and ${isEmptyCell}`;
}
