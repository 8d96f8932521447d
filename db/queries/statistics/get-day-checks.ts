import 'server-only';
import { asc, between } from 'drizzle-orm';
import { db } from '@/db/connection';
import { checkedDays } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type DayChecks, summedChecks } from '@/lib/statistics/day-checks';
import type { Period } from '@/lib/statistics/period';
import { uncountedDays } from './uncounted-days';

/**
 * How the days of a period came out when they were last computed anew from the ledger, and which could not be counted for the scorecards.
 * Of all offices together: a day is checked as a whole.
 */
export async function getDayChecks(actor: Actor, period: Period): Promise<DayChecks> {
  authorise(actor, 'statistics.read');
  const [checked, uncounted] = await Promise.all([
    db()
      .select()
      .from(checkedDays)
      .where(between(checkedDays.day, period.from, period.to))
      .orderBy(asc(checkedDays.day)),
    uncountedDays(period),
  ]);
  return summedChecks(checked, uncounted);
}
