import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { db } from '@/db/connection';
import { amongRows } from '@/db/queries/clearance/scope';
import { clearances, decisions, togetherBatches } from '@/db/schema';
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
  at = now(),
): Promise<readonly Outcome[]> {
  authorise(actor, 'clearance.undo');
  const { batchId } = parseInput(UNDO_TOGETHER_INPUT, input);
  const [batch] = await db()
    .select()
    .from(togetherBatches)
    .where(and(eq(togetherBatches.batchId, batchId), inArray(togetherBatches.officeId, [...actor.officeIds])));
  if (!batch) throw new NotFoundError('batch');
  const rows = await db()
    .select({ consignmentId: clearances.consignmentId, rowVersion: clearances.rowVersion })
    .from(clearances)
    .where(amongRows(batch.rows));
  // Read after the rows: a decision made meanwhile changed its row, whose version then refuses the undo.
  const leftByIt = await standsBy(batchId, rows);
  return eachOf(
    rows.filter(({ consignmentId }) => leftByIt.has(consignmentId)),
    (row) => undoDecision(actor, row, at),
  );
}

/** Those whose last decision is the release of the batch: what was decided on anew since stays. */
async function standsBy(
  batchId: string,
  rows: readonly { readonly consignmentId: string }[],
): Promise<ReadonlySet<string>> {
  const ids = rows.map(({ consignmentId }) => consignmentId);
  const last = await db()
    .selectDistinctOn([decisions.consignmentId], {
      consignmentId: decisions.consignmentId,
      batchId: decisions.batchId,
      state: decisions.state,
    })
    .from(decisions)
    .where(inArray(decisions.consignmentId, ids))
    .orderBy(decisions.consignmentId, desc(decisions.decidedAt));
  return new Set(
    last.filter((one) => one.batchId === batchId && one.state === 'final').map(({ consignmentId }) => consignmentId),
  );
}
