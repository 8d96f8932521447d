import { sha256Hex } from '@/lib/kernel/ids';
import { remainder97 } from './check-digits';

/**
 * The structured creditor reference (ISO 11649) of an account number: RF, two check digits (ISO 7064 MOD 97-10) and the number. Banks
 * check it when it is typed, so that a slip of one figure is refused before the money moves.
 */
export function paymentReference(accountNumber: string): string {
  const check = 98 - remainder97(`${accountNumber}RF00`);
  return `RF${String(check).padStart(2, '0')}${accountNumber}`;
}

/** Whether a text is a whole creditor reference with the right check digits; 00, 01 and 99 are none, though their sum may come out even. */
export function isPaymentReference(text: string): boolean {
  return /^RF\d{2}[0-9A-Z]{1,21}$/.test(text) && paymentReference(text.slice(4)) === text;
}

/** The number people and banks know what one consignment owes by; the same on every machine, and told from accounts by its letter. */
export function demandNumber(consignmentId: string): string {
  return `${DEMAND_LETTER}${sha256Hex(`demand ${consignmentId}`)
    .slice(0, DEMAND_NUMBER_LENGTH - 1)
    .toUpperCase()}`;
}

/** The number within a right creditor reference; of a consignment's demand, or of an account. */
export const numberIn = (reference: string) => reference.slice(4);
export const isDemandNumber = (number: string) => number.startsWith(DEMAND_LETTER);

/** The first right creditor reference within the words of a bank line, blanks between its groups or not; null where there is none. */
export function referenceIn(words: string): string | null {
  const tight = words.toUpperCase().replace(/[\s.-]/g, '');
  for (const { index } of tight.matchAll(/RF\d{2}/g)) {
    const isDemand = tight.startsWith(DEMAND_LETTER, index + 4);
    const reference = tight.slice(index, index + 4 + (isDemand ? DEMAND_NUMBER_LENGTH : ACCOUNT_NUMBER_LENGTH));
    if (isPaymentReference(reference)) return reference;
  }
  return null;
}

/** Characters of our account numbers: a letter and eight more. */
const ACCOUNT_NUMBER_LENGTH = 9;

/** No kind of account begins with it. */
const DEMAND_LETTER = 'C';
const DEMAND_NUMBER_LENGTH = 16;
