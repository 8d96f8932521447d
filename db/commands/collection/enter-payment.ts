import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { payments } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { PAYMENT_INPUT } from '@/lib/collection/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { refuse } from '@/lib/kernel/errors';
import { accountAndAmount } from './account-for';
import { lockLedger } from './book';
import { bookPayments } from './match-rows';

/**
 * Enters money that came in for an account, books it and gives its receipt.
 * @throws NotFoundError of another office's account; RefusedError `collection.amount_malformed`, `collection.amount_nothing`,
 * `collection.day_ahead`, `collection.payment_entered` for one that was entered already
 */
export async function enterPayment(
  actor: Actor,
  input: z.input<typeof PAYMENT_INPUT>,
  at = new Date(),
): Promise<{ readonly receipt: string }> {
  authorise(actor, 'revenue.collect');
  const { paymentId, paidOn, payer, reference, ...typed } = parseInput(PAYMENT_INPUT, input);
  return inTransaction(async (tx) => {
    const { account, amountMinor } = await accountAndAmount(tx, actor, typed, at);
    const { accountId, currency, officeId } = account;
    if (amountMinor === 0n) throw refuse('collection.amount_nothing');
    if (paidOn > dayOf(at)) throw refuse('collection.day_ahead', { day: paidOn });
    await lockLedger(tx);
    const entered = { enteredBy: actor.id, enteredByName: actor.name, enteredAt: at };
    const money = { paymentId, amountMinor, currency, paidOn };
    const written = await tx
      .insert(payments)
      .values({ ...money, source: 'entered', payer, reference, ...entered })
      .onConflictDoNothing()
      .returning({ paymentId: payments.paymentId });
    if (written.length === 0) {
      const [known] = await tx.select().from(payments).where(eq(payments.paymentId, paymentId));
      throw refuse('collection.payment_entered', { name: known?.enteredByName ?? '' });
    }
    const receipts = await bookPayments(tx, actor, [{ payment: money, accountId }], at);
    const receipt = receipts.get(paymentId) ?? '';
    const details = { paymentId, amountMinor: amountMinor.toString(), paidOn, receipt };
    const subject = { subjectType: 'account' as const, subjectId: accountId, officeId };
    await writeAudit(tx, actor, { action: 'revenue.enter_payment', ...subject, details }, at);
    return { receipt };
  });
}
