import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, identities, partners } from '@/db/schema';
import { storable } from '@/lib/kernel/storable';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { withinHolds } from './within-holds';

export type ToHold = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly partnerName: string;
  readonly receivedOn: string;
  readonly officeId: string;
};

/** Consignments that bear a reference, where the actor may place a legal hold: by identifier only, nobody is looked up by it. */
export async function findToHold(actor: Actor, text: string): Promise<readonly ToHold[]> {
  authorise(actor, 'privacy.hold');
  const wanted = storable(text).trim().slice(0, 35);
  if (wanted === '') return [];
  return db()
    .select({
      ...{ consignmentId: clearances.consignmentId, reference: clearances.reference, partnerName: partners.name },
      ...{ receivedOn: clearances.receivedOn, officeId: clearances.officeId },
    })
    .from(identities)
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, identities.consignmentId), eq(clearances.receivedOn, identities.receivedOn)),
    )
    .innerJoin(partners, eq(partners.id, clearances.partnerId))
    .where(and(sql`lower(${identities.reference}) = lower(${wanted})`, withinHolds(actor, clearances.officeId)))
    .orderBy(desc(clearances.receivedOn))
    .limit(50);
}
