import 'server-only';
import { randomUUID } from 'node:crypto';
import { inArray, isNull, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { db, type Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { cells, contributions, filledCubes } from '@/db/schema';
import { isOvertaken } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { checkDay, type DayCheck, keepCheck } from './day-check';
import { ALL_CUBES, rebuildCubes } from './fill-cubes';

/** How often a repair begins anew after somebody else compared or repaired the day at the same time. */
const ATTEMPTS = 5;

/** Recomputes a day from the ledger by the function that made its contributions, and compares. Changes nothing. */
export async function checkStatistics(actor: Actor, day: string): Promise<DayCheck> {
  authorise(actor, 'statistics.fold');
  return inTransaction((tx) => checkDay(tx, day), { seesOneMoment: true });
}

/**
 * Repairs a day: adds what it differs by, fills the other cubes from the finest one, and keeps that it differs no more. The difference is
 * measured in one snapshot and added, so that what officers change meanwhile stays right; of two repairs at once the second measures anew.
 */
export async function recomputeStatistics(actor: Actor, day: string, at = now()): Promise<DayCheck> {
  authorise(actor, 'statistics.fold');
  const check = await repaired(actor, day, at);
  if (check.disagreeingCubes.length > 0) await inTransaction((tx) => rebuildCubes(tx, day));
  return check;
}

async function repaired(actor: Actor, day: string, at: Date, attempt = 1): Promise<DayCheck> {
  try {
    return await inTransaction((tx) => repair(tx, actor, day, at), { seesOneMoment: true });
  } catch (error) {
    if (!isOvertaken(error) || attempt >= ATTEMPTS) throw error;
    return repaired(actor, day, at, attempt + 1);
  }
}

async function repair(tx: Tx, actor: Actor, day: string, at: Date): Promise<DayCheck> {
  const found = await checkDay(tx, day);
  await insertSet(
    tx,
    contributions,
    found.differences.map((cell) => ({ id: randomUUID(), ...cell })),
  );
  await keepCheck(tx, found, 0, at);
  await writeAudit(
    tx,
    actor,
    {
      action: 'statistics.recompute',
      subjectType: 'statistics',
      subjectId: day,
      details: { differences: found.differences.length, disagreeingCubes: [...found.disagreeingCubes] },
    },
    at,
  );
  return found;
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
