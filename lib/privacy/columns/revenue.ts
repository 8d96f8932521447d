import { each, type TableRules } from '../column';
import { BANK, BOOKS, STAFF } from '../column-rules';

export const REVENUE_COLUMNS: TableRules = {
  'revenue.account_days': {
    ...each(BOOKS, 'account_id contra_id booked_on kind charge currency debit_minor credit_minor postings'),
  },
  'revenue.accounts': {
    ...each(BOOKS, 'account_id number kind partner_id scheme_id office_id currency opened_on closed_until'),
  },
  'revenue.demands': {
    ...each(BOOKS, 'consignment_id received_on number account_id waits_for amount_minor paid_minor currency'),
    ...each(BOOKS, 'ground demanded_at settled_at'),
  },
  'revenue.files': {
    ...each(BOOKS, 'file_id kind name sha256 lines matched read_at'),
    ...each(STAFF, 'read_by read_by_name'),
  },
  'revenue.guarantees': {
    ...each(BOOKS, 'account_id revision amount_minor reference valid_to reason set_at'),
    ...each(STAFF, 'set_by set_by_name'),
  },
  'revenue.noted_dues': {
    ...each(BOOKS, 'id count consignment_ids days'),
  },
  'revenue.payment_matches': {
    ...each(BOOKS, 'payment_id account_id pays_for receipt matched_at'),
    ...each(STAFF, 'matched_by matched_by_name'),
  },
  'revenue.payments': {
    ...each(BOOKS, 'payment_id source file_id line amount_minor currency paid_on entered_at'),
    ...each(BANK, 'payer reference'),
    ...each(STAFF, 'entered_by entered_by_name'),
  },
  'revenue.postings': {
    ...each(BOOKS, 'subject_id posting_id transaction_id kind charge account_id contra_id amount_minor currency'),
    ...each(BOOKS, 'booked_on posted_at ground'),
  },
  'revenue.refund_verdicts': {
    ...each(BOOKS, 'refund_id verdict note decided_at'),
    ...each(STAFF, 'decided_by decided_by_name'),
  },
  'revenue.refunds': {
    ...each(BOOKS, 'refund_id account_id amount_minor currency reason asked_at'),
    ...each(BANK, 'payee iban'),
    ...each(STAFF, 'asked_by asked_by_name'),
  },
  'revenue.reservations': {
    ...each(BOOKS, 'consignment_id account_id amount_minor'),
  },
  'revenue.statements': {
    ...each(BOOKS, 'account_id month opening_minor debit_minor credit_minor closing_minor due_on issued_at'),
    ...each(STAFF, 'issued_by issued_by_name'),
  },
  'revenue.vendor_returns': {
    ...each(BOOKS, 'scheme_id month revision sales_minor vat_minor currency file_id line entered_at'),
    ...each(STAFF, 'entered_by entered_by_name'),
  },
};
