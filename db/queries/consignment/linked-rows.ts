import 'server-only';
import { and, desc, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { shownTo } from '@/db/queries/clearance/scope';
import { clearances } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** A linked consignment as it is shown: nothing of the persons it goes from or to. */
export type LinkedConsignment = Pick<
  typeof clearances.$inferSelect,
  | 'consignmentId'
  | 'receivedOn'
  | 'reference'
  | 'officeId'
  | 'headline'
  | 'laneEffective'
  | 'status'
  | 'examinationOutcome'
  | 'score'
>;

/** Some consignments by id, most recent first; those outside the actor's scope are not among them. */
export async function linkedRows(
  actor: Actor,
  found: readonly { readonly consignmentId: string; readonly day: string }[],
): Promise<readonly LinkedConsignment[]> {
  authorise(actor, 'consignment.read');
  if (found.length === 0) return [];
  const { consignmentId, receivedOn, reference, officeId, headline, laneEffective, status, examinationOutcome, score } =
    clearances;
  return db()
    .select({
      consignmentId,
      receivedOn,
      reference,
      officeId,
      headline,
      laneEffective,
      status,
      examinationOutcome,
      score,
    })
    .from(clearances)
    .where(
      and(
        inArray(consignmentId, [...new Set(found.map((one) => one.consignmentId))]),
        inArray(receivedOn, [...new Set(found.map(({ day }) => day))]),
        shownTo(actor),
      ),
    )
    .orderBy(desc(receivedOn), desc(consignmentId));
}
