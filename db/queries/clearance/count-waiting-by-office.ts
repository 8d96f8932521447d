import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import { WAITING_COUNTED } from '@/lib/clearance/waiting';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { inTab } from './queue-conditions';

/**
 * How many consignments wait for an officer in each office the actor may work for, nought included: what its tab "new" holds, as
 * far as `WAITING_COUNTED`. It is asked on every page, so it reads no more than that of each office, from the index of what is
 * free; the order is that of the index, which is why it is chosen whatever the statistics say.
 */
export async function countWaitingByOffice(actor: Actor, at = new Date()): Promise<Readonly<Record<string, number>>> {
  authorise(actor, 'clearance.queue');
  if (actor.officeIds.length === 0) return {};
  const ofOffice = (officeId: string) => {
    const first = db()
      .select({ one: sql`1`.as('one') })
      .from(clearances)
      .where(and(eq(clearances.officeId, officeId), inTab(actor, 'new', at)))
      .orderBy(asc(clearances.actByAt), asc(clearances.consignmentId))
      .limit(WAITING_COUNTED);
    return sql`select ${officeId} as id, count(*)::int as waiting from ${first} as first`;
  };
  const { rows } = await db().execute<{ id: string; waiting: number }>(
    sql.join(actor.officeIds.map(ofOffice), sql` union all `),
  );
  return Object.fromEntries(rows.map(({ id, waiting }) => [id, waiting]));
}
