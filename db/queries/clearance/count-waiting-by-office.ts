import 'server-only';
import { and, asc, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import { WAITING_COUNTED } from '@/lib/clearance/waiting';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { inTab } from './queue-conditions';

/**
 * How many consignments wait for an officer in each office the actor may work for, nought included: what its tab "new" holds, as
 * far as `WAITING_COUNTED`. It is asked on every page, so it reads no more than that of each office, from the index of what is
 * free and in its order. One plan serves all offices: a part of the statement for each took longer to plan than to run.
 */
export async function countWaitingByOffice(actor: Actor, at = new Date()): Promise<Readonly<Record<string, number>>> {
  authorise(actor, 'clearance.queue');
  if (actor.officeIds.length === 0) return {};
  const first = db()
    .select({ one: sql`1`.as('one') })
    .from(clearances)
    .where(and(sql`${clearances.officeId} = o.id`, inTab(actor, 'new', at)))
    .orderBy(asc(clearances.actByAt), asc(clearances.consignmentId))
    .limit(WAITING_COUNTED);
  const { rows } = await db().execute<{ id: string; waiting: number }>(sql`
    select o.id, (select count(*)::int from ${first} as first) as waiting
    from unnest(${sql.param([...actor.officeIds])}::text[]) as o(id)`);
  return Object.fromEntries(rows.map(({ id, waiting }) => [id, waiting]));
}
