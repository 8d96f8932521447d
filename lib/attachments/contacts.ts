/** What stands in the place of an address. */
const HIDDEN = '***';

/** Begun only where a word begins and never longer than an address may be (RFC 5321, 4.5.3.1): a long text takes no longer than it is long. */
const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu;
/** Nine digits and more, in groups, with a plus or a nought before them: fewer are a size, a price or a number of the goods. */
const TELEPHONE = /(?<![\p{L}\d.])(?:\+|00?)[\d][\d ()/.-]{6,24}\d/gu;

const isTelephone = (found: string) => found.replace(/\D/g, '').length >= 9;

/** The text without electronic addresses and telephone numbers, which lead to a person. */
export function maskContacts(text: string): string {
  return text.replace(EMAIL, HIDDEN).replace(TELEPHONE, (found) => (isTelephone(found) ? HIDDEN : found));
}

/** Whether the text holds an electronic address or a telephone number. */
export const hasContacts = (text: string): boolean => maskContacts(text) !== text;
