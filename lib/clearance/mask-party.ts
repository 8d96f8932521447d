import type { Party } from '@/lib/consignment/record';

/** What is shown of a party until somebody reveals it: an initial, the city, the country. */
export type MaskedParty = { readonly initial: string; readonly city: string | null; readonly country: string };

/** `Maria Silva` of Lisboa becomes `M***`, Lisboa, PT. */
export function maskParty(party: Pick<Party, 'name' | 'city' | 'country'>): MaskedParty {
  const [first = ''] = party.name.trim();
  return { initial: `${first.toUpperCase()}***`, city: party.city, country: party.country };
}
