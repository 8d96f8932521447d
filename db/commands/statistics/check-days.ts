import 'server-only';
import { sql } from 'drizzle-orm';
import { now } from '@/db/clock';
import { db } from '@/db/connection';
import { cells, checkedDays, clearances } from '@/db/schema';
import { isOvertaken } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { checkDay, type DayCheck, keepCheck } from './day-check';
import { fillDay } from './fill-cubes';

/**
 * Days looked at in one run: those in which most still changes; of those found to differ, and of all others, those looked at longest ago.
 * Each kind has a share of its own, so that no number of differing days keeps the others from coming round.
 */
const YOUNG_DAYS = 3;
const DIFFERING_DAYS = 5;
const OLDER_DAYS = 5;

/**
 * Computes days anew from the ledger, notes of each what came out, and gives the checks. There is no difference unless the program or the
 * data are broken; a repair is a decision for people, except of kept sums, which only repeat the finest cells. Every day comes round.
 */
export async function checkDays(
  actor: Actor,
  { at = now(), signal }: { at?: Date; signal?: AbortSignal } = {},
): Promise<readonly DayCheck[]> {
  authorise(actor, 'statistics.fold');
  const checks: DayCheck[] = [];
  for (const day of await daysToCheck(dayOf(at))) {
    if (signal?.aborted) break;
    const check = await checkedAndKept(day, at);
    if (!check) continue;
    if (check.disagreeingCubes.length > 0) await fillDay(actor, day);
    checks.push(check);
  }
  return checks;
}

/** Null where somebody else compared or repaired the day meanwhile: what they kept is as new. */
async function checkedAndKept(day: string, at: Date): Promise<DayCheck | null> {
  try {
    return await inTransaction(
      async (tx) => {
        const check = await checkDay(tx, day);
        await keepCheck(tx, check, check.differences.length, at);
        return check;
      },
      { seesOneMoment: true },
    );
  } catch (error) {
    if (isOvertaken(error)) return null;
    throw error;
  }
}

/**
 * Days are told by the calendar, from the first that ledger or statistics have; so a day whose cells are all lost comes round too, and to
 * look at one on which nothing came costs next to nothing. Either first day is one look into an index, each asked by itself: a distributed
 * database has the ledger elsewhere than the statistics.
 */
async function daysToCheck(today: string): Promise<readonly string[]> {
  const young = Array.from({ length: YOUNG_DAYS }, (_, back) => addDays(today, -back));
  const [ledger, kept] = await Promise.all([
    db().execute<{ day: string | null }>(sql`select min(received_on)::text as day from ${clearances}`),
    db().execute<{ day: string | null }>(sql`select min(day)::text as day from ${cells} where cube = 'fine'`),
  ]);
  const [first] = [ledger, kept].flatMap(({ rows }) => rows.flatMap(({ day }) => day ?? [])).sort();
  if (first === undefined) return young;
  const { rows } = await db().execute<{ day: string }>(sql`
    with turned as (
      select c.day::date as day, coalesce(k.differences, 0) > 0 as differs,
        row_number() over (
          partition by coalesce(k.differences, 0) > 0 order by k.checked_at nulls first, c.day desc
        ) as turn
      from generate_series(${first}::timestamp, ${addDays(today, -YOUNG_DAYS)}::timestamp, interval '1 day') as c (day)
      left join ${checkedDays} k on k.day = c.day::date
    )
    select day::text from turned where turn <= case when differs then ${DIFFERING_DAYS}::int else ${OLDER_DAYS}::int end
    order by differs desc, turn`);
  return [...young, ...rows.map(({ day }) => day)];
}
