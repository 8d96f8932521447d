import 'server-only';
import { and, desc, eq, gt, gte } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { ofConsignment, versionInForce, withinScope } from '@/db/queries/clearance/scope';
import { auditLog, clearances } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { MARK_VIEWED_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';

/** Looks of one person at one version within this time are one look: every act draws the screen anew. */
const ONE_LOOK_MS = 10 * 60_000;

/**
 * Notes that somebody looked at a consignment and, for those who work the queue, takes the UPDATED mark away: only while the
 * row is the one they looked at, so that a mark set meanwhile stays. The row keeps its version.
 */
export async function markViewed(
  actor: Actor,
  input: z.input<typeof MARK_VIEWED_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'consignment.read');
  const { consignmentId, rowVersion } = parseInput(MARK_VIEWED_INPUT, input);
  await inTransaction(async (tx) => {
    const theRow = and(ofConsignment(consignmentId), withinScope(actor));
    const [row] = await tx
      .select({
        officeId: clearances.officeId,
        isUpdated: clearances.isUpdated,
        version: versionInForce(consignmentId),
      })
      .from(clearances)
      .where(theRow);
    if (!row) throw new NotFoundError('consignment');
    if (row.isUpdated && can(actor, 'clearance.queue')) {
      await tx
        .update(clearances)
        .set({ isUpdated: false })
        .where(and(theRow, eq(clearances.rowVersion, rowVersion)));
    }
    if (await hasLooked(tx, actor, consignmentId, row.version, at)) return;
    await writeAudit(
      tx,
      actor,
      {
        action: 'consignment.view',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: row.officeId,
        details: { version: row.version },
      },
      at,
    );
  });
}

async function hasLooked(tx: Tx, actor: Actor, consignmentId: string, version: number, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - ONE_LOOK_MS);
  const [last] = await tx
    .select({ details: auditLog.details })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, 'consignment'),
        eq(auditLog.subjectId, consignmentId),
        gt(auditLog.at, since),
        gte(auditLog.receivedOn, dayOf(since)),
        eq(auditLog.actorId, actor.id),
        eq(auditLog.action, 'consignment.view'),
      ),
    )
    .orderBy(desc(auditLog.at))
    .limit(1);
  return last?.details.version === version;
}
