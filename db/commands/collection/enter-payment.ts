import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { lockClearances } from '@/db/commands/intake/lock-clearances';
import type { Tx } from '@/db/connection';
import { clearances, demands, payments } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { PAYMENT_INPUT } from '@/lib/collection/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { RefusedError, refuse } from '@/lib/kernel/errors';
import { accountAndAmount } from './account-for';
import { lockLedger } from './book';
import { bookPayments } from './match-rows';
import { releaseAfter } from './release-covered';

/**
 * Enters money that came in for an account, or for one consignment that waits on it, books it, gives its receipt and releases what waited.
 * @throws NotFoundError of another office's account; RefusedError `collection.amount_malformed`, `collection.amount_nothing`,
 * `collection.day_ahead`, `collection.demand_unknown`, `collection.payment_entered` for one that was entered already
 */
export async function enterPayment(
  actor: Actor,
  input: z.input<typeof PAYMENT_INPUT>,
  at = new Date(),
): Promise<{ readonly receipt: string }> {
  authorise(actor, 'revenue.collect');
  const { paymentId, paidOn, payer, reference, consignment, ...typed } = parseInput(PAYMENT_INPUT, input);
  const entered = await inTransaction(async (tx) => {
    const { account, amountMinor } = await accountAndAmount(tx, actor, typed, at);
    const { accountId, currency, officeId } = account;
    if (amountMinor === 0n) throw refuse('collection.amount_nothing');
    if (paidOn > dayOf(at)) throw refuse('collection.day_ahead', { day: paidOn });
    const consignmentId = consignment === null ? null : await lockDemanded(tx, accountId, consignment);
    await lockLedger(tx);
    const signed = { enteredBy: actor.id, enteredByName: actor.name, enteredAt: at };
    const money = { paymentId, amountMinor, currency, paidOn };
    const written = await tx
      .insert(payments)
      .values({ ...money, source: 'entered', payer, reference, ...signed })
      .onConflictDoNothing()
      .returning({ paymentId: payments.paymentId });
    if (written.length === 0) {
      const [known] = await tx.select().from(payments).where(eq(payments.paymentId, paymentId));
      throw refuse('collection.payment_entered', { name: known?.enteredByName ?? '' });
    }
    const receipts = await bookPayments(tx, actor, [{ payment: money, accountId, consignmentId }], at);
    const receipt = receipts.get(paymentId) ?? '';
    const details = {
      paymentId,
      amountMinor: amountMinor.toString(),
      paidOn,
      receipt,
      ...(consignment ? { consignment } : {}),
    };
    const subject = { subjectType: 'account' as const, subjectId: accountId, officeId };
    await writeAudit(tx, actor, { action: 'revenue.enter_payment', ...subject, details }, at);
    return { receipt };
  });
  await releaseAfter([typed.accountId], at);
  return entered;
}

/** The same, which nobody else can release, refuse or amend before the transaction ends. @throws RefusedError `collection.demand_unknown` */
async function lockDemanded(tx: Tx, accountId: string, reference: string): Promise<string> {
  await lockClearances(tx, [await demandedOn(tx, accountId, reference)]);
  // Read again: whoever held it may have settled what it waited for.
  return demandedOn(tx, accountId, reference);
}

/** The consignment that waits on an account, by its reference. @throws RefusedError `collection.demand_unknown` */
async function demandedOn(tx: Tx, accountId: string, reference: string): Promise<string> {
  const [found] = await tx
    .select({ consignmentId: demands.consignmentId })
    .from(demands)
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, demands.consignmentId), eq(clearances.receivedOn, demands.receivedOn)),
    )
    .where(and(eq(demands.accountId, accountId), isNull(demands.settledAt), eq(clearances.reference, reference)));
  if (found) return found.consignmentId;
  throw new RefusedError([{ code: 'collection.demand_unknown', pointer: 'consignment', params: { value: reference } }]);
}
