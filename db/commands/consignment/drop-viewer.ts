import 'server-only';
import { and, eq } from 'drizzle-orm';
import { viewers } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Says that a page of the actor's is closed; one that is gone already stays so. */
export async function dropViewer(actor: Actor, connectionId: string): Promise<void> {
  authorise(actor, 'clearance.queue');
  await inTransaction(async (tx) => {
    await tx.delete(viewers).where(and(eq(viewers.connectionId, connectionId), eq(viewers.userId, actor.id)));
  });
}
