import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { accountDays, partners, paymentMatches, payments, statements } from '@/db/schema';
import { type Cover, coverOf } from '@/lib/collection/guarantee';
import { lastDayOf, monthOf } from '@/lib/collection/month';
import { paymentReference } from '@/lib/collection/payment-reference';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { type AccountRow, accountNumbered } from './account-scope';
import { balanceOf, type Guarantee, guaranteeOn, guaranteeRevision } from './balance';
import { type AccountRefunds, refundsOf } from './list-refunds';
import { type WaitingGoods, waitingOn } from './list-waiting';
import { refundAloneMinor } from './refund-alone';
import { usedOf } from './room';

export type AccountMonth = {
  readonly month: string;
  readonly openingMinor: bigint;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly closingMinor: bigint;
  /** Null as long as no statement was issued of it. */
  readonly issued: typeof statements.$inferSelect | null;
  /** The month is over and its statement may be issued. */
  readonly isIssuable: boolean;
};

export type AccountView = {
  readonly account: AccountRow;
  readonly holder: string;
  readonly paymentReference: string;
  readonly balanceMinor: bigint;
  readonly guarantee: Guarantee | null;
  readonly cover: Cover | null;
  /** Revision of the newest guarantee, in force or not; 0 as long as none was set. */
  readonly guaranteeRevision: number;
  /** The newest first. */
  readonly months: readonly AccountMonth[];
  readonly payments: readonly AccountPayment[];
  /** What may leave once it is paid or covered. */
  readonly waiting: WaitingGoods;
  readonly refunds: AccountRefunds;
  /** Up to what the reader may pay money back alone now. */
  readonly refundAloneUpToMinor: bigint;
};

export type AccountPayment = {
  readonly paymentId: string;
  readonly paidOn: string;
  readonly payer: string;
  readonly reference: string;
  readonly amountMinor: bigint;
  readonly receipt: string;
};

const PAYMENTS_SHOWN = 50;

/** An account with its months, its guarantee and its last payments. @throws NotFoundError of another operator or office */
export async function getAccount(actor: Actor, number: string, at = new Date()): Promise<AccountView> {
  authorise(actor, 'revenue.read');
  const account = await accountNumbered(db(), actor, number);
  const { accountId } = account;
  const [holder, balanceMinor, used, guarantee, newest, months, received, waiting, repaid] = await Promise.all([
    holderOf(account),
    balanceOf(db(), accountId),
    usedOf(db(), [accountId]),
    guaranteeOn(db(), accountId, dayOf(at)),
    guaranteeRevision(db(), accountId),
    monthsOf(account, dayOf(at)),
    paymentsOf(accountId),
    waitingOn(actor, accountId),
    refundsOf(actor, accountId),
  ]);
  return {
    account,
    holder,
    paymentReference: paymentReference(account.number),
    balanceMinor,
    guarantee,
    cover: guarantee ? coverOf(guarantee.amountMinor, used.get(accountId) ?? 0n) : null,
    guaranteeRevision: newest,
    months,
    payments: received,
    waiting,
    refunds: repaid,
    refundAloneUpToMinor: await refundAloneMinor(db(), actor, account, at),
  };
}

/** Who owes, by name: the partner, or the vendor by the number of its scheme. */
export async function holderOf({ partnerId, schemeId, accountId }: AccountRow): Promise<string> {
  if (partnerId === null) return schemeId ?? accountId;
  const [partner] = await db().select({ name: partners.name }).from(partners).where(eq(partners.id, partnerId));
  return partner?.name ?? accountId;
}

async function monthsOf({ accountId, closedUntil }: AccountRow, today: string): Promise<AccountMonth[]> {
  const [sums, issued] = await Promise.all([
    db()
      .select({
        month: sql<string>`to_char(booked_on, 'YYYY-MM')`,
        debit: sql<string>`sum(debit_minor)::text`,
        credit: sql<string>`sum(credit_minor)::text`,
      })
      .from(accountDays)
      .where(eq(accountDays.accountId, accountId))
      .groupBy(sql`1`)
      .orderBy(sql`1`),
    db().select().from(statements).where(eq(statements.accountId, accountId)),
  ]);
  const byMonth = new Map(issued.map((statement) => [statement.month, statement]));
  const rows: AccountMonth[] = [];
  let openingMinor = 0n;
  for (const { month, debit, credit } of sums) {
    const [debitMinor, creditMinor] = [BigInt(debit), BigInt(credit)];
    const closingMinor = openingMinor + debitMinor - creditMinor;
    const isOver = month < monthOf(today);
    const isIssuable = isOver && (closedUntil === null || lastDayOf(month) > closedUntil);
    rows.push({
      month,
      openingMinor,
      debitMinor,
      creditMinor,
      closingMinor,
      issued: byMonth.get(month) ?? null,
      isIssuable,
    });
    openingMinor = closingMinor;
  }
  return rows.reverse();
}

async function paymentsOf(accountId: string): Promise<AccountPayment[]> {
  return db()
    .select({
      paymentId: payments.paymentId,
      paidOn: payments.paidOn,
      payer: payments.payer,
      reference: payments.reference,
      amountMinor: payments.amountMinor,
      receipt: paymentMatches.receipt,
    })
    .from(paymentMatches)
    .innerJoin(payments, eq(payments.paymentId, paymentMatches.paymentId))
    .where(eq(paymentMatches.accountId, accountId))
    .orderBy(desc(payments.paidOn), desc(payments.paymentId))
    .limit(PAYMENTS_SHOWN);
}
