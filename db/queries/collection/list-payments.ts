import 'server-only';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { accounts, revenueFiles, partners, paymentMatches, payments } from '@/db/schema';
import { paymentReference } from '@/lib/collection/payment-reference';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { withinAccounts } from './account-scope';

/** A line of a bank file that names no account we know. */
export type UnmatchedPayment = Pick<
  typeof payments.$inferSelect,
  'paymentId' | 'paidOn' | 'payer' | 'reference' | 'amountMinor' | 'currency' | 'line'
> & { readonly fileName: string };

export type BankFile = Pick<
  typeof revenueFiles.$inferSelect,
  'fileId' | 'name' | 'lines' | 'matched' | 'readByName' | 'readAt'
> & {
  /** Lines of it that still wait for an account. */
  readonly waiting: number;
};

export type PaymentsView = {
  readonly unmatched: readonly UnmatchedPayment[];
  readonly files: readonly BankFile[];
  /** Accounts a line may be said to be for. */
  readonly choices: readonly { readonly accountId: string; readonly name: string; readonly currency: string }[];
};

/** Rows a person works off at one sitting. */
export const UNMATCHED_SHOWN = 200;
const FILES_SHOWN = 20;

/** Money whose account nobody said yet, the oldest first, and the bank files read last. */
export async function listPayments(actor: Actor): Promise<PaymentsView> {
  authorise(actor, 'revenue.collect');
  const isWaiting = isNull(paymentMatches.paymentId);
  const [unmatched, files, choices] = await Promise.all([
    db()
      .select({
        paymentId: payments.paymentId,
        paidOn: payments.paidOn,
        payer: payments.payer,
        reference: payments.reference,
        amountMinor: payments.amountMinor,
        currency: payments.currency,
        line: payments.line,
        fileName: revenueFiles.name,
      })
      .from(payments)
      .innerJoin(revenueFiles, eq(revenueFiles.fileId, payments.fileId))
      .leftJoin(paymentMatches, eq(paymentMatches.paymentId, payments.paymentId))
      .where(and(eq(payments.source, 'file'), isWaiting))
      .orderBy(asc(payments.paidOn), asc(payments.paymentId))
      .limit(UNMATCHED_SHOWN),
    db()
      .select({
        fileId: revenueFiles.fileId,
        name: revenueFiles.name,
        lines: revenueFiles.lines,
        matched: revenueFiles.matched,
        readByName: revenueFiles.readByName,
        readAt: revenueFiles.readAt,
        waiting: sql<number>`(select count(*)::int from revenue.payments p
          left join revenue.payment_matches m on m.payment_id = p.payment_id
          where p.file_id = files.file_id and m.payment_id is null)`,
      })
      .from(revenueFiles)
      .where(eq(revenueFiles.kind, 'bank'))
      .orderBy(desc(revenueFiles.readAt), desc(revenueFiles.fileId))
      .limit(FILES_SHOWN),
    db()
      .select({
        accountId: accounts.accountId,
        number: accounts.number,
        schemeId: accounts.schemeId,
        currency: accounts.currency,
        partner: partners.name,
      })
      .from(accounts)
      .leftJoin(partners, eq(partners.id, accounts.partnerId))
      .where(withinAccounts(actor))
      .orderBy(asc(partners.name), asc(accounts.number)),
  ]);
  return {
    unmatched,
    files,
    choices: choices.map(({ accountId, number, schemeId, currency, partner }) => ({
      accountId,
      currency,
      name: `${partner ?? schemeId ?? ''} ${number} ${paymentReference(number)}`,
    })),
  };
}
