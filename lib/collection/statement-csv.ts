import { moneyText } from '@/lib/kernel/money';
import type { Charge, PostingKind } from './dues';

/** A cell of a file: text of others, or figures of ours as exact decimal text; see lib/statistics/csv. */
type Cell = string | null | { readonly figure: string };

export const STATEMENT_COLUMNS = [
  'booked_on',
  'reference',
  'posting',
  'charge',
  'debit',
  'credit',
  'currency',
  'legal_ground',
  'posting_id',
] as const;

type Posting = {
  readonly postingId: string;
  readonly reference: string | null;
  readonly bookedOn: string;
  readonly kind: PostingKind;
  readonly charge: Charge;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly ground: string;
};

/** A posting as a row of the file: each side of the account in a column of its own. */
export function postingCells(posting: Posting, minorDigits: number): readonly Cell[] {
  const { amountMinor, bookedOn, reference, kind, charge, currency, ground, postingId } = posting;
  const figure = (minor: bigint) => ({ figure: moneyText(minor, minorDigits) });
  const isDebit = amountMinor > 0n;
  return [
    bookedOn,
    reference,
    kind,
    charge,
    isDebit ? figure(amountMinor) : null,
    isDebit ? null : figure(-amountMinor),
    currency,
    ground,
    postingId,
  ];
}

/** Rows of a statement that are no posting: what stood before, what both sides come to, and what is left to pay. */
export type SumRow = 'opening' | 'total' | 'closing';

type Sums = {
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly openingMinor: bigint;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly closingMinor: bigint;
};

/**
 * A sum of a statement as a row among its postings, told by the word in the column `posting` and by bearing no posting's id. A balance
 * stands on the side it is on: what is owed under debit, what is in hand under credit.
 */
export function sumCells(row: SumRow, sums: Sums, minorDigits: number): readonly Cell[] {
  const { from, to, currency, openingMinor, debitMinor, creditMinor, closingMinor } = sums;
  const figure = (minor: bigint) => ({ figure: moneyText(minor, minorDigits) });
  const balance = row === 'opening' ? openingMinor : closingMinor;
  const isCredit = balance < 0n;
  const sides =
    row === 'total'
      ? [figure(debitMinor), figure(creditMinor)]
      : [isCredit ? null : figure(balance), isCredit ? figure(-balance) : null];
  return [row === 'opening' ? from : to, null, row, null, ...sides, currency, null, null];
}
