import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { batchLooks } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';

/** Which of some proposals to release together the actor has opened; whoever calls has authorised. */
export async function openedBatches(
  from: Executor,
  actor: Actor,
  batchIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await from
    .select({ batchId: batchLooks.batchId })
    .from(batchLooks)
    .where(and(inArray(batchLooks.batchId, [...batchIds]), eq(batchLooks.lookedBy, actor.id)));
  return new Set(rows.map(({ batchId }) => batchId));
}
