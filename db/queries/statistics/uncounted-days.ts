import 'server-only';
import { and, asc, between, isNotNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { countedDays } from '@/db/schema';
import type { Period } from '@/lib/statistics/period';

/**
 * The days of a period whose last count for the scorecards failed, the first one first. They are tried again by the hour; the sums of their
 * months stay as they were until all of their days are counted. Takes no actor: days, and nothing of anybody; callers ask who may read what
 * rests on them.
 */
export async function uncountedDays({ from, to }: Period): Promise<readonly string[]> {
  const rows = await db()
    .select({ day: countedDays.day })
    .from(countedDays)
    .where(and(isNotNull(countedDays.failedAt), between(countedDays.day, from, to)))
    .orderBy(asc(countedDays.day));
  return rows.map(({ day }) => day);
}
