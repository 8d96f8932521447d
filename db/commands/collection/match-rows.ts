import 'server-only';
import { randomUUID } from 'node:crypto';
import { desc, like, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { paymentMatches, type payments } from '@/db/schema';
import { OWN_ACCOUNTS } from '@/lib/collection/accounts';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { book } from './book';
import { payDemands } from './write-demands';

type Payment = Pick<typeof payments.$inferSelect, 'paymentId' | 'amountMinor' | 'currency' | 'paidOn'>;
export type Match = {
  readonly payment: Payment;
  readonly accountId: string;
  /** The consignment it pays for, where it names one. */
  readonly consignmentId?: string | null;
};

const NUMBER_DIGITS = 6;
const PAID = 'Regulation (EU) No 952/2013, Article 109(1)';

/**
 * Books payments on the accounts they are for and gives each a receipt, numbered through the year. Within a transaction that holds the
 * ledger, and the clearances of the consignments that are paid for. A payment that somebody matched meanwhile is left alone. Gives the receipts by payment.
 */
export async function bookPayments(
  tx: Tx,
  actor: Actor,
  matches: readonly Match[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  if (matches.length === 0) return new Map();
  const year = dayOf(at).slice(0, 4);
  const [last] = await tx
    .select({ receipt: paymentMatches.receipt })
    .from(paymentMatches)
    .where(like(paymentMatches.receipt, `${year}-%`))
    .orderBy(desc(paymentMatches.receipt))
    .limit(1);
  const taken = BigInt(last?.receipt.slice(5) ?? '0');
  const rows = matches.map(({ payment, accountId, consignmentId: paysFor = null }, index) => ({
    paymentId: payment.paymentId,
    accountId,
    paysFor,
    receipt: `${year}-${String(taken + BigInt(index) + 1n).padStart(NUMBER_DIGITS, '0')}`,
    matchedBy: actor.id,
    matchedByName: actor.name,
    matchedAt: at,
  }));
  const written = await insertSet(tx, paymentMatches, rows, sql`on conflict (payment_id) do nothing`);
  if (written < rows.length) return new Map();
  await payDemands(
    tx,
    matches.flatMap(({ payment: { amountMinor }, accountId, consignmentId }) =>
      consignmentId ? [{ consignmentId, accountId, amountMinor }] : [],
    ),
  );
  await book(
    tx,
    matches.map(({ payment, accountId }) => ({
      subjectId: payment.paymentId,
      transactionId: randomUUID(),
      kind: 'paid',
      charge: 'payment',
      accountId,
      contraId: OWN_ACCOUNTS.bank,
      amountMinor: -payment.amountMinor,
      currency: payment.currency,
      bookedOn: payment.paidOn,
      ground: PAID,
    })),
    at,
  );
  return new Map(rows.map(({ paymentId, receipt }) => [paymentId, receipt]));
}
