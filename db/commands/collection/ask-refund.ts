import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { refundAloneMinor } from '@/db/queries/collection/refund-alone';
import { refunds, refundVerdicts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { REFUND_INPUT } from '@/lib/collection/inputs';
import { ibanTail, readIban } from '@/lib/collection/refund';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { RefusedError, refuse } from '@/lib/kernel/errors';
import { accountAndAmount } from './account-for';
import { lockLedger } from './book';
import { payOut } from './pay-out';

/**
 * Pays money that is in hand on an account back to its holder (Regulation (EU) No 952/2013, Articles 109(2) and 116(1)): at once up to
 * the limit in force, what the same person paid back to the same holder within a day before counted in, and beyond it once a second person
 * confirms. Nothing that was booked is changed: a reversing entry is.
 * @throws NotFoundError of another office's account; RefusedError `collection.amount_malformed`, `collection.amount_nothing`,
 * `collection.iban_malformed`, `collection.refund_beyond`, `collection.refund_asked` for one that was asked for already,
 * `collection.dues_noted` where too much is not booked yet to know what is in hand
 */
export async function askRefund(
  actor: Actor,
  input: z.input<typeof REFUND_INPUT>,
  at = new Date(),
): Promise<{ readonly isPaid: boolean }> {
  authorise(actor, 'revenue.refund');
  const { refundId, payee, iban: typedIban, reason, ...typed } = parseInput(REFUND_INPUT, input);
  const iban = readIban(typedIban);
  if (iban === null) {
    const params = { value: typedIban };
    throw new RefusedError([{ code: 'collection.iban_malformed', pointer: 'iban', params }]);
  }
  return inTransaction(async (tx) => {
    const { account, amountMinor } = await accountAndAmount(tx, actor, typed, at);
    if (amountMinor === 0n) throw refuse('collection.amount_nothing');
    const { accountId, currency, officeId } = account;
    // Before it is read what the same person paid back: two at once would each count without the other.
    await lockLedger(tx);
    const isPaid = amountMinor <= (await refundAloneMinor(tx, actor, account, at));
    const asked = { askedBy: actor.id, askedByName: actor.name, askedAt: at };
    const written = await tx
      .insert(refunds)
      .values({ refundId, accountId, amountMinor, currency, payee, iban, reason, ...asked })
      .onConflictDoNothing()
      .returning({ refundId: refunds.refundId });
    if (written.length === 0) {
      const [known] = await tx.select().from(refunds).where(eq(refunds.refundId, refundId));
      throw refuse('collection.refund_asked', { name: known?.askedByName ?? '' });
    }
    if (isPaid) {
      const decided = { decidedBy: actor.id, decidedByName: actor.name, decidedAt: at };
      await tx.insert(refundVerdicts).values({ refundId, verdict: 'confirm', note: null, ...decided });
    }
    // Beyond the limit it is paid later, by what is in hand then; what never was in hand is refused now.
    await payOut(tx, { refundId, accountId, amountMinor, currency }, { isBooked: isPaid, at });
    const details = { refundId, amountMinor: amountMinor.toString(), bankAccount: ibanTail(iban) };
    const subject = { subjectType: 'account' as const, subjectId: accountId, officeId };
    const action = isPaid ? ('revenue.refund' as const) : ('revenue.ask_refund' as const);
    await writeAudit(tx, actor, { action, ...subject, details, reason }, at);
    return { isPaid };
  });
}
