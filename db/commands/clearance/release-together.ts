import 'server-only';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { releasedAlone } from '@/db/queries/clearance/released-alone';
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
 * of the office, what the same person released before counted in, `batch.offices_differ`
 */
export async function releaseTogether(
  actor: Actor,
  input: z.input<typeof RELEASE_TOGETHER_INPUT>,
  at = now(),
): Promise<ReleasedTogether> {
  authorise(actor, 'clearance.release');
  const { rows, ...wish } = parseInput(RELEASE_TOGETHER_INPUT, input);
  const batchId = await inTransaction(async (tx) => {
    const found = await rowsOfBatch(tx, actor, rows);
    if (!found) return null;
    const limits = await togetherLimitsOf(tx, found.officeId);
    // Two calls at once would each count without the other.
    const own = `together ${found.officeId} ${actor.id}`;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${own}::text, 0))`);
    const sum = sumOfRows(found.rows);
    const alone = await releasedAlone(tx, actor, found.officeId, at);
    if (needsSecond(sum, alone, limits)) throw refuse('batch.needs_second', { count: sum.count, before: alone.count });
    return writeBatch(tx, actor, { ...found, excluded: [], state: 'released' }, wish, at);
  });
  if (batchId === null)
    return {
      batchId,
      outcomes: rows.map(({ consignmentId }) => ({ consignmentId, reasons: [{ code: 'not_found' }] })),
    };
  const batch = { id: batchId, count: rows.length };
  const outcomes = await eachOf(rows, (row) =>
    release(actor, { ...row, kind: 'release', ...wish, acknowledged: [] }, at, batch),
  );
  return { batchId, outcomes };
}
