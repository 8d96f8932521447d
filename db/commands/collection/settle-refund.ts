import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { accountWithin } from '@/db/queries/collection/account-scope';
import { refunds, refundVerdicts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { SETTLE_REFUND_INPUT } from '@/lib/collection/inputs';
import { ibanTail } from '@/lib/collection/refund';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, RefusedError, refuse } from '@/lib/kernel/errors';
import { payOut } from './pay-out';

/**
 * Confirms a refund that another person asked for, which pays it out, or rejects it with a note; once.
 * @throws NotFoundError of another office's account; RefusedError `collection.refund_own`, `collection.refund_settled` where somebody was
 * faster, `collection.refund_beyond`, `collection.dues_noted`, `collection.note_required`
 */
export async function settleRefund(
  actor: Actor,
  input: z.input<typeof SETTLE_REFUND_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'revenue.refund');
  const { refundId, accountId, verdict, note } = parseInput(SETTLE_REFUND_INPUT, input);
  await inTransaction(async (tx) => {
    const { officeId } = await accountWithin(tx, actor, accountId);
    const [refund] = await tx
      .select()
      .from(refunds)
      .where(and(eq(refunds.refundId, refundId), eq(refunds.accountId, accountId)));
    if (!refund) throw new NotFoundError('refund');
    if (refund.askedBy === actor.id) throw refuse('collection.refund_own');
    const isConfirmed = verdict === 'confirm';
    if (!isConfirmed && note === null) throw new RefusedError([{ code: 'collection.note_required', pointer: 'note' }]);
    const decided = { decidedBy: actor.id, decidedByName: actor.name, decidedAt: at };
    const written = await tx
      .insert(refundVerdicts)
      .values({ refundId, verdict, note, ...decided })
      .onConflictDoNothing()
      .returning({ refundId: refundVerdicts.refundId });
    if (written.length === 0) {
      const [known] = await tx.select().from(refundVerdicts).where(eq(refundVerdicts.refundId, refundId));
      throw refuse('collection.refund_settled', { name: known?.decidedByName ?? '' });
    }
    if (isConfirmed) await payOut(tx, refund, { isBooked: true, at });
    const details = {
      refundId,
      amountMinor: refund.amountMinor.toString(),
      bankAccount: ibanTail(refund.iban),
      askedBy: refund.askedByName,
    };
    const subject = { subjectType: 'account' as const, subjectId: accountId, officeId };
    const action = isConfirmed ? ('revenue.refund' as const) : ('revenue.reject_refund' as const);
    await writeAudit(tx, actor, { action, ...subject, details, reason: note }, at);
  });
}
