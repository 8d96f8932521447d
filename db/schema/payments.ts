import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { REFUND_VERDICTS } from '@/lib/collection/refund';
import { day, instant, minor, oneOf } from './columns';
import { revenueSchema } from './revenue';

/** How a payment came to be known. */
export const PAYMENT_SOURCES = ['entered', 'file'] as const;

/** Money that came in. Append-only: which account a line of a bank file is for may be said later, in `payment_matches`. */
export const payments = revenueSchema.table(
  'payments',
  {
    paymentId: uuid('payment_id').primaryKey(),
    source: text('source', { enum: PAYMENT_SOURCES }).notNull(),
    /** The file and the line in it; null for one that was entered. */
    fileId: uuid('file_id'),
    line: integer('line'),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    paidOn: day('paid_on').notNull(),
    payer: text('payer').notNull(),
    /** What the payer or the bank wrote. */
    reference: text('reference').notNull(),
    enteredBy: uuid('entered_by').notNull(),
    enteredByName: text('entered_by_name').notNull(),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [
    index('payments_by_time').on(t.enteredAt.desc().nullsFirst(), t.paymentId),
    index('payments_file').on(t.fileId),
    check('payments_amount', sql`amount_minor > 0`),
    check('payments_source', oneOf('source', PAYMENT_SOURCES)),
  ],
);

/** Which account a payment was for, and which consignment where it named one. One match per payment, hence its key. Append-only. */
export const paymentMatches = revenueSchema.table(
  'payment_matches',
  {
    paymentId: uuid('payment_id').primaryKey(),
    accountId: text('account_id').notNull(),
    /** The consignment it pays for; null where it pays what the account owes. */
    paysFor: uuid('pays_for'),
    /** Year and number in it. */
    receipt: text('receipt').notNull(),
    matchedBy: uuid('matched_by').notNull(),
    matchedByName: text('matched_by_name').notNull(),
    matchedAt: instant('matched_at').notNull(),
  },
  (t) => [
    index('payment_matches_account').on(t.accountId, t.matchedAt),
    // A release asks: what was paid for this consignment?
    index('payment_matches_pays_for').on(t.paysFor).where(sql`pays_for is not null`),
    uniqueIndex('payment_matches_receipt').on(t.receipt),
  ],
);

/** Money to be paid back to the holder of an account, as one person asked for it. Append-only. */
export const refunds = revenueSchema.table(
  'refunds',
  {
    refundId: uuid('refund_id').primaryKey(),
    accountId: text('account_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    payee: text('payee').notNull(),
    iban: text('iban').notNull(),
    reason: text('reason').notNull(),
    askedBy: uuid('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [index('refunds_account').on(t.accountId, t.askedAt), check('refunds_amount', sql`amount_minor > 0`)],
);

/** What became of a refund, once: paid out by who asked for it, or by a second person, or rejected. Append-only. */
export const refundVerdicts = revenueSchema.table(
  'refund_verdicts',
  {
    refundId: uuid('refund_id').primaryKey(),
    verdict: text('verdict', { enum: REFUND_VERDICTS }).notNull(),
    note: text('note'),
    decidedBy: uuid('decided_by').notNull(),
    decidedByName: text('decided_by_name').notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  () => [check('refund_verdicts_verdict', oneOf('verdict', REFUND_VERDICTS))],
);

/** What a file that was read holds. */
export const FILE_KINDS = ['bank', 'return'] as const;

/** Files that were read, by their content: the same file is read once. Append-only. */
export const revenueFiles = revenueSchema.table(
  'files',
  {
    fileId: uuid('file_id').primaryKey(),
    kind: text('kind', { enum: FILE_KINDS }).notNull(),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    lines: integer('lines').notNull(),
    /** Of a bank file: lines booked at once. Of a return: lines that changed what was declared before. */
    matched: integer('matched').notNull(),
    readBy: uuid('read_by').notNull(),
    readByName: text('read_by_name').notNull(),
    readAt: instant('read_at').notNull(),
  },
  (t) => [uniqueIndex('files_content').on(t.sha256), check('files_kind', oneOf('kind', FILE_KINDS))],
);

/** What a vendor declared of a scheme and month. A later return of the same month is a further revision; the newest counts. Append-only. */
export const vendorReturns = revenueSchema.table(
  'vendor_returns',
  {
    schemeId: text('scheme_id').notNull(),
    /** `YYYY-MM`. */
    month: text('month').notNull(),
    revision: integer('revision').notNull(),
    salesMinor: minor('sales_minor').notNull(),
    vatMinor: minor('vat_minor').notNull(),
    currency: text('currency').notNull(),
    fileId: uuid('file_id').notNull(),
    line: integer('line').notNull(),
    enteredBy: uuid('entered_by').notNull(),
    enteredByName: text('entered_by_name').notNull(),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schemeId, t.month, t.revision] }),
    index('vendor_returns_month').on(t.month),
    check('vendor_returns_amounts', sql`sales_minor >= 0 and vat_minor >= 0`),
  ],
);
