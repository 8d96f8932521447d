import 'server-only';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { roomOf } from '@/db/queries/collection/room';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { accounts, type refunds } from '@/db/schema';
import { borderAccounts, OWN_ACCOUNTS } from '@/lib/collection/accounts';
import { REPAID } from '@/lib/collection/refund';
import { dayOf } from '@/lib/kernel/dates';
import { RefusedError } from '@/lib/kernel/errors';
import { moneyText } from '@/lib/kernel/money';
import { lockCover } from './allot-cover';
import { book, lockLedger } from './book';
import { postNotedOf } from './post-dues';

type Refund = Pick<typeof refunds.$inferSelect, 'refundId' | 'accountId' | 'amountMinor' | 'currency'>;

/**
 * Books a refund, within a transaction: the payment it gives back is reversed in part, from the bank to the account. No more goes out
 * than is in hand: less what was released and is not posted yet, and what was paid for goods that still wait. Nobody else pays out, or
 * releases under the account, before the transaction ends. @throws RefusedError `collection.refund_beyond`, `collection.dues_noted`
 */
export async function payOut(
  tx: Tx,
  { refundId, accountId, amountMinor, currency }: Refund,
  { isBooked, at }: { readonly isBooked: boolean; readonly at: Date },
): Promise<void> {
  const [account] = await tx
    .select({ partnerId: accounts.partnerId })
    .from(accounts)
    .where(eq(accounts.accountId, accountId));
  const partnerId = account?.partnerId ?? null;
  await lockLedger(tx);
  await lockCover(tx, partnerId === null ? [accountId] : borderAccounts(partnerId, currency));
  // Only accounts with a limit reserve what is released: of the others it is posted now.
  if (partnerId !== null) await postNotedOf(tx, partnerId, at);
  const inHand = (await roomOf(tx, new Map([[accountId, { limitMinor: 0n }]]))).get(accountId) ?? 0n;
  if (amountMinor > inHand) {
    const { minorDigits } = await policyInForce(tx, dayOf(at));
    const params = { inHand: moneyText(inHand > 0n ? inHand : 0n, minorDigits), currency };
    throw new RefusedError([{ code: 'collection.refund_beyond', pointer: 'amount', params }]);
  }
  if (!isBooked) return;
  const posting = {
    subjectId: refundId,
    transactionId: randomUUID(),
    kind: 'repaid' as const,
    charge: 'payment' as const,
    accountId,
    contraId: OWN_ACCOUNTS.bank,
    amountMinor,
    currency,
    bookedOn: dayOf(at),
    ground: REPAID,
  };
  await book(tx, [posting], at);
}
