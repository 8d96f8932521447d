import 'server-only';
import { and, eq, type SQL } from 'drizzle-orm';
import { db } from '@/db/connection';
import { ofConsignment, shownTo } from '@/db/queries/clearance/scope';
import { clearances, consignments, offices, partners } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

/** The clearance and the facts in force of one consignment that the actor may be shown. @throws NotFoundError */
export async function findScoped(actor: Actor, consignmentId: string) {
  return findWhere(consignmentId, shownTo(actor));
}

export type FoundConsignment = Awaited<ReturnType<typeof findWhere>>;

/** One consignment under a condition on its clearance; whoever calls has authorised. @throws NotFoundError */
export async function findWhere(consignmentId: string, condition: SQL | undefined) {
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
        .where(and(ofConsignment(consignmentId), condition))
    : [];
  if (!found) throw new NotFoundError('consignment');
  return found;
}
