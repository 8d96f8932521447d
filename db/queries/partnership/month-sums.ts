import 'server-only';
import { and, asc, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { db } from '@/db/connection';
import { officesWithin } from '@/db/queries/quality/office-scope';
import { partnerMonths } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { MONTH_COUNTS, type MonthCount, type MonthCounts } from '@/lib/partnership/score';

export type PartnerMonth = MonthCounts & {
  readonly partnerId: string;
  readonly month: string;
  readonly countedAt: Date;
};

const sumOf = (column: AnyPgColumn) => sql<number>`sum(${column})`.mapWith(Number);
const SUMS = Object.fromEntries(MONTH_COUNTS.map((count) => [count, sumOf(partnerMonths[count])])) as Record<
  MonthCount,
  SQL<number>
>;

/**
 * The counts of partners by month, the oldest first, over the offices an actor may see; months without anything there have no row. Its callers
 * checked that a partner asks for its own or for what a memorandum shares.
 */
export async function monthSums(actor: Actor, ...conditions: readonly SQL[]): Promise<PartnerMonth[]> {
  authorise(actor, 'quality.read');
  return db()
    .select({
      partnerId: partnerMonths.partnerId,
      month: partnerMonths.month,
      ...SUMS,
      countedAt: sql<Date>`min(${partnerMonths.countedAt})`.mapWith(partnerMonths.countedAt),
    })
    .from(partnerMonths)
    .where(and(officesWithin(actor, partnerMonths.officeId), ...conditions))
    .groupBy(partnerMonths.partnerId, partnerMonths.month)
    .orderBy(asc(partnerMonths.month), asc(partnerMonths.partnerId));
}
