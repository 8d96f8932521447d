import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { recentLook, writeAudit } from '@/db/audit';
import { ofConsignment, versionInForce, withinScope } from '@/db/queries/clearance/scope';
import { clearances } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { MARK_VIEWED_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

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
    const look = { action: 'consignment.view', subjectType: 'consignment', subjectId: consignmentId } as const;
    if ((await recentLook(tx, actor, look, at))?.details.version === row.version) return;
    await writeAudit(tx, actor, { ...look, officeId: row.officeId, details: { version: row.version } }, at);
  });
}
