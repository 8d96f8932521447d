import 'server-only';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { ofConsignment, withinScope } from '@/db/queries/clearance/scope';
import { clearances, consignments, offices, partners } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

/** The clearance and the facts in force of one consignment within the actor's scope. @throws NotFoundError */
export async function findScoped(actor: Actor, consignmentId: string) {
  const [found] = isUuid(consignmentId)
    ? await db()
        .select({
          clearance: clearances,
          consignment: consignments,
          partnerName: partners.name,
          officeName: offices.name,
        })
        .from(clearances)
        .innerJoin(
          consignments,
          and(
            eq(consignments.consignmentId, clearances.consignmentId),
            eq(consignments.receivedOn, clearances.receivedOn),
          ),
        )
        .innerJoin(partners, eq(partners.id, clearances.partnerId))
        .innerJoin(offices, eq(offices.id, clearances.officeId))
        .where(and(ofConsignment(consignmentId), withinScope(actor)))
    : [];
  if (!found) throw new NotFoundError('consignment');
  return found;
}
