import 'server-only';
import { and, count, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { inTab } from './queue-conditions';

/** How many consignments wait for an officer in each office the actor may work for, nought included: what its tab "new" holds. */
export async function countWaitingByOffice(actor: Actor, at = new Date()): Promise<Readonly<Record<string, number>>> {
  authorise(actor, 'clearance.queue');
  const none = Object.fromEntries(actor.officeIds.map((officeId) => [officeId, 0]));
  if (actor.officeIds.length === 0) return none;
  const rows = await db()
    .select({ officeId: clearances.officeId, waiting: count() })
    .from(clearances)
    .where(and(inArray(clearances.officeId, [...actor.officeIds]), inTab(actor, 'new', at)))
    .groupBy(clearances.officeId);
  return { ...none, ...Object.fromEntries(rows.map(({ officeId, waiting }) => [officeId, waiting])) };
}
