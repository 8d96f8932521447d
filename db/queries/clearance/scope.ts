import 'server-only';
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { clearances, holds, secondLooks } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';

/** Which consignments exist for an actor: of the own offices, of the own partner, with a hold placed for the
 * own agency, or all for background work. */
export function withinScope(actor: Actor): SQL {
  if (actor.kind === 'system') return sql`true`;
  if (actor.role === 'partner') return actor.partnerId ? eq(clearances.partnerId, actor.partnerId) : sql`false`;
  // Names are written out: a query of one table drops their qualifiers.
  if (actor.role === 'agency')
    return sql`exists (select 1 from ${holds} as placed where placed.consignment_id = clearances.consignment_id and placed.agency_id = ${actor.agencyId})`;
  return actor.officeIds.length > 0 ? inArray(clearances.officeId, [...actor.officeIds]) : sql`false`;
}

/**
 * What the actor may be shown of its decisions: nothing of a consignment it looks at a second time, until it answered or its time for that
 * is over. One look into an index of what is taken, whatever the query.
 */
export function shownTo(actor: Actor): SQL | undefined {
  return and(withinScope(actor), notBlindTo(actor));
}

/** Leaves out what the actor looks at blindly. */
export function notBlindTo(actor: Actor): SQL | undefined {
  if (!can(actor, 'clearance.second_look')) return undefined;
  // Names are written out: a query of one table drops their qualifiers.
  return sql`clearances.consignment_id <> all (array(select look.consignment_id from ${secondLooks} as look
    where look.taken_by = ${actor.id} and look.answered_at is null and look.taken_until > now()))`;
}

/** Of which consignments the actor must not know the decision, where they come from elsewhere than their rows. */
export async function blindTo(from: Executor, actor: Actor): Promise<ReadonlySet<string>> {
  if (!can(actor, 'clearance.second_look')) return new Set();
  const { consignmentId, takenBy, answeredAt, takenUntil } = secondLooks;
  const rows = await from
    .select({ consignmentId })
    .from(secondLooks)
    .where(and(eq(takenBy, actor.id), isNull(answeredAt), sql`${takenUntil} > now()`));
  return new Set(rows.map((row) => row.consignmentId));
}

/** The row of one consignment; the first receipt, found by key, keeps the search to one partition. */
export function ofConsignment(consignmentId: string): SQL {
  return sql`${clearances.consignmentId} = ${consignmentId} and ${clearances.receivedOn} = (select received_on from consignment.identities where consignment_id = ${consignmentId})`;
}

/**
 * Number of the advance data in force, beside the clearance found by `ofConsignment`. The id is given again rather than taken from
 * the outer row: so the whole statement stays on one shard of a distributed database, where alone it may lock.
 */
export function versionInForce(consignmentId: string): SQL<number> {
  // Names are written out: a query of one table drops their qualifiers.
  return sql<number>`(select c.version from consignment.consignments c where c.consignment_id = ${consignmentId} and c.received_on = clearances.received_on)`;
}

/** These consignments; the first receipt, found by key, leads to the partition of each. */
export function amongRows(rows: readonly { readonly consignmentId: string }[]): SQL {
  const ids = rows.map(({ consignmentId }) => consignmentId);
  return sql`(${clearances.consignmentId}, ${clearances.receivedOn}) in
    (select i.consignment_id, i.received_on from consignment.identities i where ${inArray(sql`i.consignment_id`, ids)})`;
}
