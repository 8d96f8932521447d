import { nameTokens } from '@/lib/consignment/fold';
import type { Party } from '@/lib/consignment/record';
import { phoneKey, recipientKey, senderKey } from '@/lib/risk/party-keys';
import type { Identifier, StandsAs } from './codes';

/** What a person is looked for by; null where it is not known. */
export type Sought = Readonly<Record<'name' | 'postcode' | 'country' | 'phone' | 'email' | 'reference', string | null>>;

/** Whether something tells a person besides the reference: every partner may use the same one. */
export const isNarrowed = ({ name, phone, email }: Sought): boolean =>
  name !== null || email !== null || (phone !== null && phoneKey(phone) !== null);

/** By which identifiers a person can be looked for with what is known. */
export function identifiersOf(sought: Sought): Identifier[] {
  const { name, postcode, country, phone, email, reference } = sought;
  return [
    ...(name && postcode && country ? (['name_postcode'] as const) : []),
    ...(phone && phoneKey(phone) ? (['phone'] as const) : []),
    ...(email ? (['email'] as const) : []),
    ...(reference && isNarrowed(sought) ? (['reference'] as const) : []),
  ];
}

/** What is known, as a party, to make the keys of histories of. */
export function partyOf({ name, postcode, country }: Sought): Party {
  return {
    ...{ name: name ?? '', address: null, city: null, postcode, country: (country ?? '').toUpperCase() },
    ...{ id: null, phone: null, email: null },
  };
}

const folded = (name: string): string => [...nameTokens(name)].sort().join(' ');
const tight = (text: string | null): string => (text ?? '').replaceAll(' ', '').toLowerCase();

/**
 * Whether a party as one version names it is who is looked for: a version of somebody else is not theirs to read. Any identifier is
 * enough; beside a reference, which tells the consignment, a name alone is.
 */
export function isSought(sought: Sought, standsAs: StandsAs, party: Party, reference: string): boolean {
  const { name, postcode, country, phone, email } = sought;
  if (email !== null && party.email?.toLowerCase() === email.toLowerCase()) return true;
  if (standsAs === 'recipient' && phone !== null && party.phone !== null) {
    const key = phoneKey(phone);
    if (key !== null && key === phoneKey(party.phone)) return true;
  }
  if (!name || folded(name) === '' || party.name.trim() === '') return false;
  if (standsAs === 'recipient' && tight(sought.reference) === tight(reference) && folded(party.name) === folded(name))
    return true;
  if (!postcode || !country) return false;
  return standsAs === 'recipient'
    ? recipientKey(party) === recipientKey(partyOf(sought))
    : senderKey(party) === senderKey(partyOf(sought)) && tight(party.postcode) === tight(postcode);
}
