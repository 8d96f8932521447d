/** What parties are compared by without naming them. */
export const IDENTIFIER_KINDS = ['phone', 'email', 'tax_number', 'scheme_number', 'name_and_address'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];
