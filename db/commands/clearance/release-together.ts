import 'server-only';
import type { z } from 'zod';
import { togetherLimitsOf } from '@/db/queries/clearance/together-limits';
import { inTransaction } from '@/db/transaction';
import { needsSecond } from '@/lib/clearance/decide-together';
import { RELEASE_TOGETHER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { rowsOfBatch, sumOfRows, writeBatch } from './change/batch';
import { eachOf, type Outcome } from './change/each-of';
import { release } from './change/release';

/** `batchId` null where none of the rows exists for who asked. */
export type ReleasedTogether = { readonly batchId: string | null; readonly outcomes: readonly Outcome[] };

/**
 * Releases consignments of equal kind on one ground, each as it was seen and by itself: what is refused of one holds up no other. What was
 * singled out is refused (`together.*`). All audit rows bear the same batch. @throws RefusedError `batch.needs_second` above the limits
 * of the office, `batch.offices_differ`
 */
export async function releaseTogether(
  actor: Actor,
  input: z.input<typeof RELEASE_TOGETHER_INPUT>,
  at = new Date(),
): Promise<ReleasedTogether> {
  authorise(actor, 'clearance.release');
  const { rows, ...wish } = parseInput(RELEASE_TOGETHER_INPUT, input);
  const batchId = await inTransaction(async (tx) => {
    const found = await rowsOfBatch(tx, actor, rows);
    if (!found) return null;
    const limits = await togetherLimitsOf(tx, found.officeId);
    const sum = sumOfRows(found.rows);
    if (needsSecond(sum, limits)) throw refuse('batch.needs_second', { count: sum.count });
    return writeBatch(tx, actor, { ...found, excluded: [], state: 'released' }, wish, at);
  });
  if (batchId === null)
    return {
      batchId,
      outcomes: rows.map(({ consignmentId }) => ({ consignmentId, reasons: [{ code: 'not_found' }] })),
    };
  const batch = { id: batchId, count: rows.length };
  const outcomes = await eachOf(rows, (row) => release(actor, { ...row, kind: 'release', ...wish }, at, batch));
  return { batchId, outcomes };
}
