import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, inArray, lte, sql } from 'drizzle-orm';
import { writeAudits } from '@/db/audit';
import { insertSet } from '@/db/insert-set';
import { clearances, events } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

const PER_RUN = 1_000;

/** Puts consignments whose lease ran out back into the queue, marked as returned. Gives how many. */
export async function returnLeases(at = new Date()): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await tx
      .select({ consignmentId: clearances.consignmentId, by: clearances.claimedByName })
      .from(clearances)
      .where(lte(clearances.leaseUntil, at))
      .limit(PER_RUN);
    if (due.length === 0) return 0;
    const returned = await tx
      .update(clearances)
      .set({
        claimedBy: null,
        claimedByName: null,
        claimedAt: null,
        leaseUntil: null,
        isReturned: true,
        rowVersion: sql`${clearances.rowVersion} + 1`,
      })
      .where(
        and(
          inArray(
            clearances.consignmentId,
            due.map((row) => row.consignmentId),
          ),
          lte(clearances.leaseUntil, at),
        ),
      )
      .returning({
        consignmentId: clearances.consignmentId,
        receivedOn: clearances.receivedOn,
        officeId: clearances.officeId,
        claimNumber: clearances.claimNumber,
      });
    const names = new Map(due.map((row) => [row.consignmentId, row.by]));
    await insertSet(
      tx,
      events,
      returned.map((row) => ({
        consignmentId: row.consignmentId,
        receivedOn: row.receivedOn,
        eventId: randomUUID(),
        at,
        kind: 'lease_expired',
        actorId: SYSTEM_ACTOR.id,
        actorName: SYSTEM_ACTOR.name,
        values: { name: names.get(row.consignmentId) ?? null, claimNumber: row.claimNumber },
      })),
    );
    await writeAudits(
      tx,
      SYSTEM_ACTOR,
      returned.map((row) => ({
        action: 'clearance.return_leases',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { claimNumber: row.claimNumber },
      })),
      at,
    );
    return returned.length;
  });
}
