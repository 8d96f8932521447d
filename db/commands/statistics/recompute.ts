import 'server-only';
import { randomUUID } from 'node:crypto';
import { inArray, isNull, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { db, type Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { cells, contributions, filledCubes } from '@/db/schema';
import { ledgerEntries } from '@/db/statistics';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type CellRow, contributions as cellsOf, netChange } from '@/lib/statistics/contributions';
import type { Cube } from '@/lib/statistics/cubes';
import { type CellColumns, cellOf } from './cell-row';
import { dimensionColumns, measureColumns } from './cube-sql';
import { ALL_CUBES, DERIVED_CUBES, rebuildCubes, summedUp } from './fill-cubes';

const CONSIGNMENTS_PER_READ = 2_000;

export type DayCheck = {
  readonly day: string;
  readonly consignments: number;
  /** What would have to be added to the finest cube to equal the ledger; empty when the statistics are right. */
  readonly differences: readonly CellRow[];
  /** Cubes that do not sum up the finest one. */
  readonly disagreeingCubes: readonly Cube[];
};

/** Recomputes a day from the ledger by the function that made its contributions, and compares. Changes nothing. */
export async function checkStatistics(actor: Actor, day: string): Promise<DayCheck> {
  authorise(actor, 'statistics.fold');
  return inTransaction((tx) => checkDay(tx, day));
}

/**
 * Repairs a day: adds what it differs by, and fills the other cubes from the finest one. The difference is measured in one
 * snapshot and added, so that what officers change meanwhile stays right.
 */
export async function recomputeStatistics(actor: Actor, day: string): Promise<DayCheck> {
  authorise(actor, 'statistics.fold');
  const check = await inTransaction(async (tx) => {
    const found = await checkDay(tx, day);
    await insertSet(
      tx,
      contributions,
      found.differences.map((cell) => ({ id: randomUUID(), ...cell })),
    );
    await writeAudit(tx, actor, {
      action: 'statistics.recompute',
      subjectType: 'statistics',
      subjectId: day,
      details: { differences: found.differences.length, disagreeingCubes: [...found.disagreeingCubes] },
    });
    return found;
  });
  if (check.disagreeingCubes.length > 0) await inTransaction((tx) => rebuildCubes(tx, day));
  return check;
}

/**
 * Fills the cubes that a new version of the program brought over the days there are, the latest first, and gives how many days it took;
 * until then nothing is answered from them. From the ledger: a cube that is new may cut by a dimension that is told anew. Stops soon after
 * the signal is aborted; the next run goes on with the day before the last that was filled.
 */
export async function fillCubes(actor: Actor, signal: AbortSignal): Promise<number> {
  authorise(actor, 'statistics.fold');
  await db()
    .insert(filledCubes)
    .values(ALL_CUBES.map((cube) => ({ cube })))
    .onConflictDoNothing();
  const unfilled = await db().select().from(filledCubes).where(isNull(filledCubes.filledAt));
  if (unfilled.length === 0) return 0;
  const ofThese = inArray(
    filledCubes.cube,
    unfilled.map(({ cube }) => cube),
  );
  // Every day is filled in all cubes, so that one that has yet to begin takes the others along from the start.
  const reached =
    unfilled
      .map(({ reachedOn }) => reachedOn ?? '9999-12-31')
      .sort()
      .at(-1) ?? '';
  const { rows } = await db().execute<{ day: string }>(sql`
    select distinct day::text from ${cells} where cube = 'fine' and day < ${reached} order by 1 desc`);
  let filled = 0;
  for (const { day } of rows) {
    if (signal.aborted) return filled;
    await recomputeStatistics(actor, day);
    await db().update(filledCubes).set({ reachedOn: day }).where(ofThese);
    filled += 1;
  }
  await db().update(filledCubes).set({ filledAt: sql`now()` }).where(ofThese);
  return filled;
}

async function checkDay(tx: Tx, day: string): Promise<DayCheck> {
  await tx.execute(sql`set transaction isolation level repeatable read`);
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
