import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { cells, checkedDays, contributions } from '@/db/schema';
import { ledgerEntries } from '@/db/statistics';
import { type CellRow, contributions as cellsOf, netChange } from '@/lib/statistics/contributions';
import type { Cube } from '@/lib/statistics/cubes';
import { type CellColumns, cellOf } from './cell-row';
import { dimensionColumns, measureColumns } from './cube-sql';
import { DERIVED_CUBES, summedUp } from './fill-cubes';

const CONSIGNMENTS_PER_READ = 2_000;

export type DayCheck = {
  readonly day: string;
  readonly consignments: number;
  /** What would have to be added to the finest cube to equal the ledger; empty when the statistics are right. */
  readonly differences: readonly CellRow[];
  /** Cubes that do not sum up the finest one. */
  readonly disagreeingCubes: readonly Cube[];
};

/**
 * Keeps how a day stands now, over what was kept of it before; `differences` are those that are left. In the transaction that looked: of
 * two that compare a day or repair it at once, the later to write is refused (40001) and never keeps what is no longer so.
 */
export async function keepCheck(
  tx: Tx,
  { day, consignments, disagreeingCubes }: DayCheck,
  differences: number,
  at: Date,
): Promise<void> {
  const found = { checkedAt: at, consignments, differences, disagreeingCubes: [...disagreeingCubes] };
  await tx
    .insert(checkedDays)
    .values({ day, ...found })
    .onConflictDoUpdate({ target: checkedDays.day, set: found });
}

/** Compares a day with what the ledger makes of it. In a transaction that sees one moment, or what comes meanwhile is taken for a difference. */
export async function checkDay(tx: Tx, day: string): Promise<DayCheck> {
  const ids = await tx.execute<{ id: string }>(
    sql`select consignment_id as id from clearance.clearances where received_on = ${day} order by consignment_id`,
  );
  let ledger: CellRow[] = [];
  for (let start = 0; start < ids.rows.length; start += CONSIGNMENTS_PER_READ) {
    const keys = ids.rows
      .slice(start, start + CONSIGNMENTS_PER_READ)
      .map(({ id }) => ({ consignmentId: id, receivedOn: day }));
    const entries = await ledgerEntries(tx, keys);
    ledger = netChange([], [...ledger, ...[...entries.values()].flatMap(cellsOf)]);
  }
  return {
    day,
    consignments: ids.rows.length,
    differences: netChange(await standingCells(tx, day), ledger),
    disagreeingCubes: await disagreeingCubes(tx, day),
  };
}

async function standingCells(tx: Tx, day: string): Promise<CellRow[]> {
  const { rows } = await tx.execute<CellColumns>(sql`
    select ${dimensionColumns}, ${measureColumns} from ${cells} where cube = 'fine' and day = ${day}
    union all
    select ${dimensionColumns}, ${measureColumns} from ${contributions} where day = ${day}`);
  return rows.map(cellOf);
}

async function disagreeingCubes(tx: Tx, day: string): Promise<Cube[]> {
  const stored = sql`select cube, ${dimensionColumns}, ${measureColumns} from ${cells}
    where day = ${day} and cube = any(${sql.param([...DERIVED_CUBES])}::text[])`;
  const { rows } = await tx.execute<{ cube: Cube }>(sql`
    with expected as (${summedUp(day)}), stored as (${stored}),
      missing as (select * from expected except select * from stored),
      excess as (select * from stored except select * from expected)
    select distinct cube from (select cube from missing union all select cube from excess) as apart order by cube`);
  return rows.map((row) => row.cube);
}
