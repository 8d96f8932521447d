import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgSchema, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { HOLDER_KINDS } from '@/lib/collection/accounts';
import { WAITS_FOR } from '@/lib/collection/demands';
import { CHARGES, POSTING_KINDS } from '@/lib/collection/dues';
import { day, instant, minor, oneOf } from './columns';

export const revenueSchema = pgSchema('revenue');

/** Who can owe: one row per holder, model and currency, opened by the first posting. */
export const accounts = revenueSchema.table(
  'accounts',
  {
    accountId: text('account_id').primaryKey(),
    /** For people and banks; the payment reference is made of it. */
    number: text('number').notNull(),
    kind: text('kind', { enum: HOLDER_KINDS }).notNull(),
    partnerId: uuid('partner_id'),
    schemeId: text('scheme_id'),
    /** Customs office that keeps the account; null: every office does. */
    officeId: text('office_id'),
    currency: text('currency').notNull(),
    openedOn: day('opened_on').notNull(),
    /** Last day of the last statement: what is posted later is booked after it. */
    closedUntil: day('closed_until'),
  },
  (t) => [
    uniqueIndex('accounts_number').on(t.number),
    index('accounts_partner').on(t.partnerId),
    check('accounts_kind', oneOf('kind', HOLDER_KINDS)),
    check('accounts_holder', sql`(partner_id is null) = (scheme_id is not null)`),
  ],
);

/** What secures an account, as it was set. The newest that is in force counts. Append-only. */
export const guarantees = revenueSchema.table(
  'guarantees',
  {
    accountId: text('account_id').notNull(),
    revision: integer('revision').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    /** Number of the guarantee at its guarantor. */
    reference: text('reference').notNull(),
    validTo: day('valid_to'),
    reason: text('reason').notNull(),
    setBy: uuid('set_by').notNull(),
    setByName: text('set_by_name').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.revision] }), check('guarantees_amount', sql`amount_minor >= 0`)],
);

/** Consignments whose charges may have changed, noted in the transaction of the change and posted soon after, set-wise. */
export const notedDues = revenueSchema.table('noted_dues', {
  id: uuid('id').primaryKey(),
  count: integer('count').notNull(),
  consignmentIds: uuid('consignment_ids').array().notNull(),
  days: date('days', { mode: 'string' }).array().notNull(),
});

/**
 * The ledger of what is owed. One row is both entries of a posting: `account_id` is debited `amount_minor` and `contra_id` credited the
 * same, or the other way round where it is negative. A row can therefore not be out of balance, nor can any sum of rows. Append-only.
 */
export const postings = revenueSchema.table(
  'postings',
  {
    /** What it is about: a consignment, a payment, a return. All postings of one thing lie together. */
    subjectId: uuid('subject_id').notNull(),
    postingId: uuid('posting_id').notNull(),
    /** Postings made together. */
    transactionId: uuid('transaction_id').notNull(),
    kind: text('kind', { enum: POSTING_KINDS }).notNull(),
    charge: text('charge', { enum: CHARGES }).notNull(),
    accountId: text('account_id').notNull(),
    contraId: text('contra_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    /** The day it counts for. */
    bookedOn: day('booked_on').notNull(),
    postedAt: instant('posted_at').notNull(),
    ground: text('ground').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subjectId, t.postingId] }),
    // A statement asks: what was booked on this account in these days?
    index('postings_account').on(t.accountId, t.bookedOn, t.postingId),
    check('postings_two_sides', sql`account_id <> contra_id`),
    check('postings_amount', sql`amount_minor <> 0`),
    check('postings_kind', oneOf('kind', POSTING_KINDS)),
    check('postings_charge', oneOf('charge', CHARGES)),
  ],
);

/** Postings by account and day, added up in the transaction that makes them: balances, statements and measures are read here. */
export const accountDays = revenueSchema.table(
  'account_days',
  {
    accountId: text('account_id').notNull(),
    contraId: text('contra_id').notNull(),
    bookedOn: day('booked_on').notNull(),
    kind: text('kind', { enum: POSTING_KINDS }).notNull(),
    charge: text('charge', { enum: CHARGES }).notNull(),
    currency: text('currency').notNull(),
    debitMinor: minor('debit_minor').notNull(),
    creditMinor: minor('credit_minor').notNull(),
    postings: integer('postings').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'account_days_pk',
      columns: [t.accountId, t.bookedOn, t.contraId, t.kind, t.charge, t.currency],
    }),
    index('account_days_day').on(t.bookedOn),
  ],
);

/** Statements as they were issued, one per account and month. Append-only. */
export const statements = revenueSchema.table(
  'statements',
  {
    accountId: text('account_id').notNull(),
    /** `YYYY-MM`. */
    month: text('month').notNull(),
    openingMinor: minor('opening_minor').notNull(),
    debitMinor: minor('debit_minor').notNull(),
    creditMinor: minor('credit_minor').notNull(),
    closingMinor: minor('closing_minor').notNull(),
    dueOn: day('due_on').notNull(),
    issuedBy: uuid('issued_by').notNull(),
    issuedByName: text('issued_by_name').notNull(),
    issuedAt: instant('issued_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.month] }),
    check('statements_sum', sql`opening_minor + debit_minor - credit_minor = closing_minor`),
  ],
);

/**
 * What is to be paid, or covered, before a consignment leaves. One row per consignment: a release that waits again opens it anew, and
 * what was paid before is money in hand, which may be elsewhere by now. Settled when it left, or will not leave. Written by who holds the
 * clearance.
 */
export const demands = revenueSchema.table(
  'demands',
  {
    consignmentId: uuid('consignment_id').primaryKey(),
    receivedOn: day('received_on').notNull(),
    /** For people and banks; the payment reference is made of it. */
    number: text('number').notNull(),
    accountId: text('account_id').notNull(),
    waitsFor: text('waits_for', { enum: WAITS_FOR }).notNull(),
    /** What it owes now, kept current while it waits; nothing where it goes by the next round. */
    amountMinor: minor('amount_minor').notNull(),
    /** Paid for it and nothing else, on this account, since it was opened. */
    paidMinor: minor('paid_minor').notNull().default(sql`0`),
    currency: text('currency').notNull(),
    ground: text('ground').notNull(),
    demandedAt: instant('demanded_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (t) => [
    // A payment asks: what waits on this account, the oldest first?
    index('demands_waiting').on(t.accountId, t.demandedAt, t.consignmentId).where(sql`settled_at is null`),
    // Every few seconds: what is paid in full and may go, among however many that are not?
    index('demands_paid')
      .on(t.accountId, t.demandedAt, t.consignmentId)
      .where(sql`settled_at is null and paid_minor >= amount_minor`),
    // Every few seconds, where money is in hand: what would it be enough for?
    index('demands_missing').on(t.accountId, sql`(amount_minor - paid_minor)`).where(sql`settled_at is null`),
    // Every batch under a limit asks: how much of the money in hand is spoken for?
    index('demands_spoken').on(t.accountId).where(sql`settled_at is null and paid_minor > 0`),
    // A line of a bank file asks: what is this reference for?
    index('demands_number').on(t.number),
    check('demands_waits_for', oneOf('waits_for', WAITS_FOR)),
    check('demands_amounts', sql`amount_minor >= 0 and paid_minor >= 0`),
  ],
);

/** What was released under a limit, or owes something else since, and is not posted yet, less than nothing included: the limit counts it until it is. */
export const reservations = revenueSchema.table(
  'reservations',
  {
    consignmentId: uuid('consignment_id').primaryKey(),
    accountId: text('account_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
  },
  (t) => [index('reservations_account').on(t.accountId)],
);
