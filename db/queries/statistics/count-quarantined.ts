import 'server-only';
import { and, count, eq, gte, inArray, lt } from 'drizzle-orm';
import { db } from '@/db/connection';
import { quarantinedRecords } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays } from '@/lib/kernel/dates';
import type { StatisticsFilter } from '@/lib/statistics/filter';
import type { Period } from '@/lib/statistics/period';
import { officesOf } from './cell-source';

/**
 * How many records of some days wait in quarantine: they came, and are in no figure. Of a refused record only its day and office are sure,
 * so that no other filter applies; one that names no office is counted for none.
 * @throws NotFoundError when an asked office is not the actor's
 */
export async function countQuarantined(actor: Actor, filter: StatisticsFilter, { from, to }: Period): Promise<number> {
  authorise(actor, 'statistics.read');
  const offices = officesOf(actor, filter);
  const [row] = await db()
    .select({ records: count() })
    .from(quarantinedRecords)
    .where(
      and(
        eq(quarantinedRecords.state, 'open'),
        gte(quarantinedRecords.quarantinedAt, new Date(`${from}T00:00:00Z`)),
        lt(quarantinedRecords.quarantinedAt, new Date(`${addDays(to, 1)}T00:00:00Z`)),
        offices ? inArray(quarantinedRecords.officeId, [...offices]) : undefined,
      ),
    );
  return row?.records ?? 0;
}
