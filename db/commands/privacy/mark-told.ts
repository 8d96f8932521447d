import 'server-only';
import { and, inArray, isNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { erasureBatches } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Notes that batches stand in the log of erasures beside the database. Twice told is no harm: the log is read by batch. */
export async function markTold(actor: Actor, batchIds: readonly string[], at = new Date()): Promise<void> {
  authorise(actor, 'privacy.erase');
  if (batchIds.length === 0) return;
  await db()
    .update(erasureBatches)
    .set({ toldAt: at })
    .where(and(inArray(erasureBatches.batchId, [...batchIds]), isNull(erasureBatches.toldAt)));
}
