import type { Party } from '@/lib/consignment/record';

/** What is shown of a party until somebody reveals it: an initial, null where it is known by its number alone, the city, the country. */
export type MaskedParty = { readonly initial: string | null; readonly city: string | null; readonly country: string };

/** `Maria Silva` of Lisboa becomes `M***`, Lisboa, PT. */
export function maskParty(party: Pick<Party, 'name' | 'city' | 'country'>): MaskedParty {
  return { initial: party.name.trim() === '' ? null : initialOf(party.name), city: party.city, country: party.country };
}

/**
 * Whether the seller named may be a private person. Who sells commercially is a trader, whose name the buyer has to be told (Directive
 * 2011/83/EU, Article 6; Regulation (EU) 2022/2065, Article 30): business data of the trade, even where it is the name of a person,
 * and what scheme and platform are checked by. Of a gift, a return or papers, or where nobody says, the same column is a
 * person's name, and is kept as those of sender and recipient are.
 */
export function isSellerPersonal(transactionType: string | null | undefined): boolean {
  return transactionType !== 'sale';
}

/** The seller's name as it is shown until somebody reveals it. */
export function maskSeller(name: string | null, transactionType: string | null): string | null {
  return name !== null && isSellerPersonal(transactionType) ? initialOf(name) : name;
}

function initialOf(name: string): string {
  const [first = ''] = name.trim();
  return `${first.toUpperCase()}***`;
}
