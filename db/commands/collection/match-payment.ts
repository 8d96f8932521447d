import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { lockClearances } from '@/db/commands/intake/lock-clearances';
import { accountWithin } from '@/db/queries/collection/account-scope';
import { demandsNamed } from '@/db/queries/collection/demands-named';
import { paymentMatches, payments } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { MATCH_INPUT } from '@/lib/collection/inputs';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { lockLedger } from './book';
import { bookPayments } from './match-rows';
import { releaseAfter } from './release-covered';

/**
 * Says which account a line of a bank file is for, and so what of it waits that its words name, books it, gives its receipt and releases
 * what waited for it.
 * @throws NotFoundError of a line nobody knows or another office's account; RefusedError `collection.other_currency`,
 * `collection.payment_matched` where somebody was faster
 */
export async function matchPayment(
  actor: Actor,
  input: z.input<typeof MATCH_INPUT>,
  at = new Date(),
): Promise<{ readonly receipt: string }> {
  authorise(actor, 'revenue.collect');
  const { paymentId, accountId } = parseInput(MATCH_INPUT, input);
  const matched = await inTransaction(async (tx) => {
    const account = await accountWithin(tx, actor, accountId);
    const [payment] = await tx.select().from(payments).where(eq(payments.paymentId, paymentId));
    if (!payment) throw new NotFoundError('payment');
    // What its words name on this account is what it pays for. Rows first, then the ledger: in this order by everybody.
    const named = [...(await demandsNamed(tx, [payment])).values()].find((demand) => demand.accountId === accountId);
    const consignmentId = named?.consignmentId ?? null;
    await lockClearances(tx, consignmentId === null ? [] : [consignmentId]);
    await lockLedger(tx);
    const { currency } = account;
    if (payment.currency !== currency) throw refuse('collection.other_currency', { currency });
    const receipt = (await bookPayments(tx, actor, [{ payment, accountId, consignmentId }], at)).get(paymentId);
    if (receipt === undefined) {
      const [known] = await tx.select().from(paymentMatches).where(eq(paymentMatches.paymentId, paymentId));
      throw refuse('collection.payment_matched', { name: known?.matchedByName ?? '' });
    }
    const details = { paymentId, amountMinor: payment.amountMinor.toString(), paidOn: payment.paidOn, receipt };
    const subject = { subjectType: 'account' as const, subjectId: accountId, officeId: account.officeId };
    await writeAudit(tx, actor, { action: 'revenue.match_payment', ...subject, details }, at);
    return { receipt };
  });
  await releaseAfter([accountId], at);
  return matched;
}
