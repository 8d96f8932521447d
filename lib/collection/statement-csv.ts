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
