import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { batchLooks, togetherBatches } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideBatch } from '@/lib/clearance/batch';
import { VIEW_TOGETHER_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { accept } from './change/open-change';

/**
 * Opens a proposal to release together for the second person. Until then no query gives its ground and nobody settles it, so that the own
 * view of the goods comes first; the audit log tells when it was opened, once. @throws NotFoundError of another office, RefusedError `batch.*`
 */
export async function viewTogether(
  actor: Actor,
  input: z.input<typeof VIEW_TOGETHER_INPUT>,
  at = now(),
): Promise<void> {
  authorise(actor, 'clearance.confirm');
  const { batchId } = parseInput(VIEW_TOGETHER_INPUT, input);
  return inTransaction(async (tx) => {
    const [batch] = await tx
      .select()
      .from(togetherBatches)
      .where(and(eq(togetherBatches.batchId, batchId), inArray(togetherBatches.officeId, [...actor.officeIds])));
    if (!batch) throw new NotFoundError('batch');
    const { officeId } = batch;
    accept(decideBatch('confirm', { ...batch, isOpened: true }, actor.id));
    const opened = await tx
      .insert(batchLooks)
      .values({ batchId, lookedBy: actor.id, lookedAt: at })
      .onConflictDoNothing()
      .returning({ at: batchLooks.lookedAt });
    if (opened.length > 0) {
      const subject = { subjectType: 'office', subjectId: officeId, officeId } as const;
      await writeAudit(tx, actor, { action: 'clearance.view_together', ...subject, details: { batchId } }, at);
    }
  });
}
