import 'server-only';
import { and, lt } from 'drizzle-orm';
import { ofConsignment, shownTo } from '@/db/queries/clearance/scope';
import { clearances, viewers } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { VIEWER_GONE_MS } from '@/lib/clearance/viewers';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

/** An open page of a consignment. */
export type OpenPage = { readonly connectionId: string; readonly consignmentId: string };

/**
 * Says to colleagues of its office that the actor has a consignment open; said again, that it still is. That it was looked at is told in
 * the log by the page (`consignment.view`): this row is forgotten with the page. @throws NotFoundError for a foreign one too
 */
export async function showViewer(
  actor: Actor,
  { connectionId, consignmentId }: OpenPage,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'clearance.queue');
  if (!isUuid(consignmentId)) throw new NotFoundError('consignment');
  await inTransaction(async (tx) => {
    const [row] = await tx
      .select({ officeId: clearances.officeId })
      .from(clearances)
      .where(and(ofConsignment(consignmentId), shownTo(actor)));
    if (!row) throw new NotFoundError('consignment');
    const seen = { officeId: row.officeId, seenAt: at };
    await tx
      .insert(viewers)
      .values({ connectionId, consignmentId, userId: actor.id, name: actor.name, ...seen })
      .onConflictDoUpdate({ target: [viewers.consignmentId, viewers.connectionId], set: seen });
    // Of processes that ended without a word.
    await tx.delete(viewers).where(lt(viewers.seenAt, new Date(at.getTime() - 10 * VIEWER_GONE_MS)));
  });
}
