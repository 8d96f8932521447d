import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { cells } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { CUBES, type Cube } from '@/lib/statistics/cubes';
import {
  cubeName,
  dimensionColumns,
  groupedMembers,
  groupingSets,
  isEmptyCell,
  measureColumns,
  measureSums,
} from './cube-sql';

export const ALL_CUBES = Object.keys(CUBES) as readonly Cube[];

/** The cubes made out of the finest one. */
export const DERIVED_CUBES: readonly Cube[] = ALL_CUBES.filter((cube) => cube !== 'fine');

/** Fills every cube of one day from the finest one. */
export async function fillDay(actor: Actor, day: string): Promise<void> {
  authorise(actor, 'statistics.fold');
  await inTransaction((tx) => rebuildCubes(tx, day));
}

/** Makes the cubes of a day anew from the finest one. The lock keeps folding out for a moment; reading and working go on. */
export async function rebuildCubes(tx: Tx, day: string): Promise<void> {
  await tx.execute(sql`lock table ${cells} in share row exclusive mode`);
  await tx.execute(sql`delete from ${cells} where day = ${day} and cube <> 'fine'`);
  await tx.execute(sql`insert into ${cells} (cube, ${dimensionColumns}, ${measureColumns}) ${summedUp(day)}`);
}

/** Every other cube of a day as the finest one sums up to. */
export function summedUp(day: string) {
  return sql`select * from (
      select ${cubeName(ALL_CUBES)} as cube, ${groupedMembers}, ${measureSums}
      from ${cells} where cube = 'fine' and day = ${day} group by grouping sets (${groupingSets(ALL_CUBES)})
    ) as cells (cube, ${dimensionColumns}, ${measureColumns}) where cube <> 'fine' and not (${isEmptyCell})`;
}
