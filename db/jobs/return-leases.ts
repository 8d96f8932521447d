import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, lte, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { db } from '@/db/connection';
import { clearances, events } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

const PER_RUN = 1_000;

/** Puts consignments whose lease ran out back into the queue, marked as returned. Gives how many. */
export async function returnLeases(at = now()): Promise<number> {
  const due = await db()
    .select({ consignmentId: clearances.consignmentId, receivedOn: clearances.receivedOn })
    .from(clearances)
    .where(lte(clearances.leaseUntil, at))
    .limit(PER_RUN);
  let returned = 0;
  // One by one: who holds one row must not wait for another, since imports and officers lock the same rows in their own order.
  for (const key of due) if (await returnLease(key, at)) returned += 1;
  return returned;
}

type Key = Pick<typeof clearances.$inferSelect, 'consignmentId' | 'receivedOn'>;

/** Ends one lease, unless its holder ended or renewed it meanwhile. */
async function returnLease({ consignmentId, receivedOn }: Key, at: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [held] = await tx
      .select({ name: clearances.claimedByName, claimNumber: clearances.claimNumber })
      .from(clearances)
      .where(isDue({ consignmentId, receivedOn }, at))
      .for('update');
    if (!held) return false;
    const [row] = await tx
      .update(clearances)
      .set({
        claimedBy: null,
        claimedByName: null,
        claimedAt: null,
        leaseUntil: null,
        isReturned: true,
        rowVersion: sql`${clearances.rowVersion} + 1`,
      })
      .where(isDue({ consignmentId, receivedOn }, at))
      .returning({ officeId: clearances.officeId });
    if (!row) return false;
    await tx.insert(events).values({
      consignmentId,
      receivedOn,
      eventId: randomUUID(),
      at,
      kind: 'lease_expired',
      actorId: SYSTEM_ACTOR.id,
      actorName: SYSTEM_ACTOR.name,
      values: { name: held.name, claimNumber: held.claimNumber },
    });
    await writeAudit(
      tx,
      SYSTEM_ACTOR,
      {
        action: 'clearance.return_leases',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: row.officeId,
        details: { claimNumber: held.claimNumber },
      },
      at,
    );
    return true;
  });
}

const isDue = ({ consignmentId, receivedOn }: Key, at: Date) =>
  and(
    eq(clearances.consignmentId, consignmentId),
    eq(clearances.receivedOn, receivedOn),
    lte(clearances.leaseUntil, at),
  );
