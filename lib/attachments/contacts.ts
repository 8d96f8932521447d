/** What stands in the place of an address. */
const HIDDEN = '***';

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** Nine digits and more, in groups, with a plus or a nought before them: fewer are a size, a price or a number of the goods. */
const TELEPHONE = /(?<![\p{L}\d.])(?:\+|00?)[\d][\d ()/.-]{6,}\d/gu;

const isTelephone = (found: string) => found.replace(/\D/g, '').length >= 9;

/** The text without electronic addresses and telephone numbers, which lead to a person. */
export function maskContacts(text: string): string {
  return text.replace(EMAIL, HIDDEN).replace(TELEPHONE, (found) => (isTelephone(found) ? HIDDEN : found));
}

/** Whether the text holds an electronic address or a telephone number. */
export const hasContacts = (text: string): boolean => maskContacts(text) !== text;
