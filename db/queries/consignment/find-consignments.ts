import 'server-only';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { type QueueRow, toQueueRow } from '@/db/queries/clearance/queue-row';
import { shownTo } from '@/db/queries/clearance/scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, consignments, identities, partners } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { storable } from '@/lib/kernel/storable';

/** Most consignments a search gives; whoever needs more narrows the words. */
export const FOUND_MAX = 50;

/**
 * Consignments whose reference, S10 identifier or house reference is the text, in whatever case: newest first. Blanks of an S10
 * identifier do not matter either.
 * Identifiers only: a search is a look into an index, and no person can be looked up by it.
 */
export async function findConsignments(actor: Actor, text: string, at = new Date()): Promise<QueueRow[]> {
  authorise(actor, 'consignment.read');
  const wanted = storable(text).trim().slice(0, 70);
  if (wanted === '') return [];
  const [ids, policy] = await Promise.all([candidates(wanted), policyInForce(db(), dayOf(at))]);
  if (ids.length === 0) return [];
  const rows = await db()
    .select({ row: clearances, partnerName: partners.name })
    .from(clearances)
    .innerJoin(partners, eq(partners.id, clearances.partnerId))
    .where(and(inArray(clearances.consignmentId, ids), shownTo(actor)))
    .orderBy(desc(clearances.receivedAt), desc(clearances.consignmentId))
    .limit(FOUND_MAX);
  return rows.map(({ row, partnerName }) => toQueueRow(row, partnerName, actor.id, policy));
}

/** One look per identifier, each into its own index; scope is applied to what they give. */
async function candidates(wanted: string): Promise<string[]> {
  const { consignmentId, s10Id, houseRef } = consignments;
  const most = FOUND_MAX * 4;
  const s10 = wanted.toUpperCase().replaceAll(' ', '');
  const found = await Promise.all([
    db()
      .select({ id: identities.consignmentId })
      .from(identities)
      .where(sql`lower(${identities.reference}) = lower(${wanted})`)
      .limit(most),
    db().select({ id: consignmentId }).from(consignments).where(eq(s10Id, s10)).limit(most),
    db().select({ id: consignmentId }).from(consignments).where(sql`lower(${houseRef}) = lower(${wanted})`).limit(most),
  ]);
  return [...new Set(found.flat().map((row) => row.id))];
}
