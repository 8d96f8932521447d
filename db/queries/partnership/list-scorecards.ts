import 'server-only';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { monthSums } from '@/db/queries/partnership/month-sums';
import { uncountedDays } from '@/db/queries/statistics/uncounted-days';
import { partnerMonths, partners, trustStatuses } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { ForbiddenError } from '@/lib/kernel/errors';
import { addMonths } from '@/lib/partnership/months';
import type { MonthCounts } from '@/lib/partnership/score';
import type { TrustLevel } from '@/lib/partnership/trust';

export type ScorecardRow = {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly counts: MonthCounts;
  readonly trust: TrustLevel | null;
};

/** Scorecards of a month, and its days that could not be counted: where there are any, its sums are those of before. */
export type ScorecardList = {
  readonly month: string;
  readonly rows: readonly ScorecardRow[];
  readonly uncounted: readonly string[];
};

/** All partners with their counts of a month at the offices of the actor, by name: of the last that closed, or of the running one where nothing closed yet. */
export async function listScorecards(actor: Actor, at = new Date()): Promise<ScorecardList> {
  authorise(actor, 'quality.read');
  if (actor.role === 'partner') throw new ForbiddenError('quality.read');
  const today = dayOf(at);
  for (const month of [addMonths(today, -1), addMonths(today, 0)]) {
    const counted = await monthSums(actor, eq(partnerMonths.month, month));
    if (counted.length === 0) continue;
    const named = await db()
      .select({ partnerId: partners.id, partnerName: partners.name, trust: trustStatuses.level })
      .from(partners)
      .leftJoin(
        trustStatuses,
        and(
          eq(trustStatuses.partnerId, partners.id),
          eq(trustStatuses.state, 'granted'),
          gt(trustStatuses.validTo, today),
        ),
      )
      .where(
        inArray(
          partners.id,
          counted.map(({ partnerId }) => partnerId),
        ),
      )
      .orderBy(asc(partners.name), asc(partners.id));
    const counts = new Map(counted.map((row) => [row.partnerId, row]));
    const rows = named.flatMap((row) => {
      const own = counts.get(row.partnerId);
      return own ? [{ ...row, counts: own }] : [];
    });
    const uncounted = await uncountedDays({ from: month, to: addDays(addMonths(month, 1), -1) });
    return { month, rows, uncounted };
  }
  return { month: addMonths(today, -1), rows: [], uncounted: [] };
}
