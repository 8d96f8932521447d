import 'server-only';
import { and, asc, eq, gt } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partnerMonths, partners, trustStatuses } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
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

/** All partners with their counts of a month, by name: of the last that closed, or of the running one where nothing closed yet. */
export async function listScorecards(
  actor: Actor,
  at = new Date(),
): Promise<{ readonly month: string; readonly rows: readonly ScorecardRow[] }> {
  authorise(actor, 'quality.read');
  if (actor.role === 'partner') throw new ForbiddenError('quality.read');
  const today = dayOf(at);
  for (const month of [addMonths(today, -1), addMonths(today, 0)]) {
    const rows = await db()
      .select({ partnerId: partners.id, partnerName: partners.name, counts: partnerMonths, trust: trustStatuses.level })
      .from(partnerMonths)
      .innerJoin(partners, eq(partners.id, partnerMonths.partnerId))
      .leftJoin(
        trustStatuses,
        and(
          eq(trustStatuses.partnerId, partners.id),
          eq(trustStatuses.state, 'granted'),
          gt(trustStatuses.validTo, today),
        ),
      )
      .where(eq(partnerMonths.month, month))
      .orderBy(asc(partners.name), asc(partners.id));
    if (rows.length > 0) return { month, rows };
  }
  return { month: addMonths(today, -1), rows: [] };
}
