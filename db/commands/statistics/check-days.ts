import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { cells, checkedDays } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { fillDay } from './fill-cubes';
import { checkStatistics, type DayCheck } from './recompute';

/** Days looked at in one run: those in which most still changes, and of all others those that were looked at longest ago. */
const YOUNG_DAYS = 3;
const OLDER_DAYS = 5;

/**
 * Computes days anew from the ledger, notes of each what came out, and gives the checks. There is no difference unless the program or the
 * data are broken; a repair is a decision for people, except of kept sums, which only repeat the finest cells. Every day comes round.
 */
export async function checkDays(
  actor: Actor,
  { at = new Date(), signal }: { at?: Date; signal?: AbortSignal } = {},
): Promise<readonly DayCheck[]> {
  authorise(actor, 'statistics.fold');
  const checks: DayCheck[] = [];
  for (const day of await daysToCheck(dayOf(at))) {
    if (signal?.aborted) break;
    const check = await checkStatistics(actor, day);
    if (check.disagreeingCubes.length > 0) await fillDay(actor, day);
    const found = {
      checkedAt: at,
      consignments: check.consignments,
      differences: check.differences.length,
      disagreeingCubes: [...check.disagreeingCubes],
    };
    await db()
      .insert(checkedDays)
      .values({ day, ...found })
      .onConflictDoUpdate({ target: checkedDays.day, set: found });
    checks.push(check);
  }
  return checks;
}

async function daysToCheck(today: string): Promise<readonly string[]> {
  const young = Array.from({ length: YOUNG_DAYS }, (_, back) => addDays(today, -back));
  const { rows } = await db().execute<{ day: string }>(sql`
    select c.day::text from (select distinct day from ${cells} where cube = 'fine') as c
    left join ${checkedDays} k on k.day = c.day
    where c.day <> all(${sql.param(young)}::date[])
    order by k.checked_at nulls first, c.day desc limit ${OLDER_DAYS}`);
  return [...young, ...rows.map(({ day }) => day)];
}
