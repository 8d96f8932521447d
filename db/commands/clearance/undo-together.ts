import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '@/db/connection';
import { amongRows } from '@/db/queries/clearance/scope';
import { releasedBy } from '@/db/queries/clearance/together-batches';
import { clearances, togetherBatches } from '@/db/schema';
import { UNDO_TOGETHER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { eachOf, type Outcome } from './change/each-of';
import { undoDecision } from './undo-decision';

/**
 * Takes back what left together, each by itself and as far as it may still be taken back: by who released it or, where that took two, by
 * either. @throws NotFoundError
 */
export async function undoTogether(
  actor: Actor,
  input: z.input<typeof UNDO_TOGETHER_INPUT>,
  at = new Date(),
): Promise<readonly Outcome[]> {
  authorise(actor, 'clearance.undo');
  const { batchId } = parseInput(UNDO_TOGETHER_INPUT, input);
  const [batch] = await db()
    .select()
    .from(togetherBatches)
    .where(and(eq(togetherBatches.batchId, batchId), inArray(togetherBatches.officeId, [...actor.officeIds])));
  if (!batch) throw new NotFoundError('batch');
  const released = await releasedBy(db(), batch);
  const rows = await db()
    .select({ consignmentId: clearances.consignmentId, rowVersion: clearances.rowVersion })
    .from(clearances)
    .where(amongRows(batch.rows));
  return eachOf(
    rows.filter(({ consignmentId }) => released.get(consignmentId) === 'final'),
    (row) => undoDecision(actor, row, at),
  );
}
