import { remainder97 } from './check-digits';

/** What becomes of a refund that waits for a second person. */
export const REFUND_VERDICTS = ['confirm', 'reject'] as const;
export type RefundVerdict = (typeof REFUND_VERDICTS)[number];

/** Union law as the example administration applies it: what is not owed is repaid. */
export const REPAID = 'Regulation (EU) No 952/2013, Articles 109(2) and 116(1)';

const IBAN = /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/;

/**
 * An account of a bank as typed, without its blanks (ISO 13616); null where its form or its check digits (ISO 7064 MOD 97-10) are wrong,
 * so that a slip of one figure is refused before the money moves.
 */
export function readIban(typed: string): string | null {
  const text = typed.replace(/\s/g, '').toUpperCase();
  if (!IBAN.test(text)) return null;
  return remainder97(text.slice(4) + text.slice(0, 4)) === 1 ? text : null;
}

/** The last figures of a bank account; the rest is nobody's business who does not pay it. */
export const ibanTail = (iban: string) => `…${iban.slice(-4)}`;

/** Hours over which refunds of one person from one account count together against what is paid back by one alone. */
export const ALONE_HOURS = 24;
