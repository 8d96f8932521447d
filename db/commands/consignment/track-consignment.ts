import 'server-only';
import { and, isNotNull, isNull } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { ofConsignment } from '@/db/queries/clearance/scope';
import { type TrackedConsignment, toldConsignments } from '@/db/queries/consignment/told-consignments';
import { clearances } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import type { ClearanceRow } from '../clearance/change/open-change';
import { recordEvent } from '../clearance/change/record-event';

/**
 * Tells a partner where its consignment stands. Telling a decision is transmitting it: the first time it is noted in the audit
 * log and on the timeline, and nothing is undone afterwards. @throws NotFoundError
 */
export async function trackConsignment(actor: Actor, reference: string, at = new Date()): Promise<TrackedConsignment> {
  authorise(actor, 'consignment.track');
  if (!actor.partnerId) throw new NotFoundError('consignment');
  const consignmentId = consignmentIdOf(actor.partnerId, reference);
  return inTransaction(async (tx) => {
    const clearance = await transmitted(tx, actor, consignmentId, at);
    const [told] = await toldConsignments(tx, [clearance], at);
    if (!told) throw new Error(`consignment ${consignmentId} is not told`);
    return told;
  });
}

/**
 * The row as the partner is told it. A decision not told before is marked as told only while it stands, so that nobody reads a
 * release that its officer takes back at the same moment.
 */
async function transmitted(tx: Tx, actor: Actor, consignmentId: string, at: Date): Promise<ClearanceRow> {
  for (;;) {
    const [row] = await tx.select().from(clearances).where(ofConsignment(consignmentId));
    if (!row) throw new NotFoundError('consignment');
    if (row.decidedAt === null || row.transmittedAt !== null) return row;
    const [told] = await tx
      .update(clearances)
      .set({ transmittedAt: at })
      .where(and(ofConsignment(consignmentId), isNotNull(clearances.decidedAt), isNull(clearances.transmittedAt)))
      .returning();
    if (!told) continue;
    await recordEvent(tx, actor, told, 'transmitted', {}, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'consignment.track',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: told.officeId,
        details: { status: told.status },
      },
      at,
    );
    return told;
  }
}
