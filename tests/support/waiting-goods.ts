import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { askRefund } from '@/db/commands/collection/ask-refund';
import { enterPayment } from '@/db/commands/collection/enter-payment';
import { db } from '@/db/connection';
import { demands } from '@/db/schema';
import { partnerAccount } from '@/lib/collection/accounts';
import { aConsignment, collectedBy, inLane } from './a-consignment';
import { type Desk, minutesLater, someone } from './a-desk';
import { releaseOf } from './an-account';
import { expectStatisticsToAgree, standing } from './command-cases';
import { expectLedgerToAgree, postAll } from './ledger-balance';

/** Who takes money and pays it back, of the offices the partners of tests belong to. */
export const cashier = { ...someone('supervisor', 'NLRTM', 'C. Lind'), officeIds: ['NLRTM', 'BELGG'] };

export const accountOf = (kind: 'buyer' | 'operator', { partnerId }: Pick<Desk, 'partnerId'>) =>
  partnerAccount(kind, partnerId, 'EUR').accountId;

/** Money that comes in on an account, for a consignment by its reference or for what the account owes. */
export const pay = (accountId: string, amount: string, consignment: string | null, at = minutesLater(2)) =>
  enterPayment(
    cashier,
    {
      ...{ paymentId: randomUUID(), accountId, amount, paidOn: '2026-11-02', payer: 'N. Buyer' },
      ...{ reference: 'at the counter', consignment },
    },
    at,
  );

/** Pays money in hand back. */
export const refund = (accountId: string, amount: string, at = minutesLater(40)) =>
  askRefund(
    cashier,
    {
      ...{ refundId: randomUUID(), accountId, amount, payee: 'N. Buyer' },
      ...{ iban: 'NL91ABNA0417164300', reason: 'It did not come' },
    },
    at,
  );

/** What is demanded of a consignment, or was. */
export const demandOf = async (consignmentId: string) =>
  (await db().select().from(demands).where(eq(demands.consignmentId, consignmentId)))[0];

/** A consignment as it stands, for an act on it. */
export const seen = async (consignmentId: string) => ({
  consignmentId,
  rowVersion: (await standing(consignmentId)).rowVersion,
});

/** Ledger and statistics, with all that was noted posted. */
export async function expectBooked(at: Date): Promise<void> {
  await postAll(at);
  await expectLedgerToAgree(at);
  await expectStatisticsToAgree();
}

/** Goods of a buyer that an officer released and that wait to be paid: they owe 6.15. */
export async function waitingGoods(desk: Desk, at = minutesLater(1)) {
  const placed = await aConsignment(desk, inLane('yellow'), collectedBy('buyer'));
  expect((await releaseOf(desk, placed, at)).status).toBe('awaiting_payment');
  const { consignmentId } = placed;
  return { consignmentId, reference: (await standing(consignmentId)).reference };
}
