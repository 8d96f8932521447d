import { foldedTokens, nameTokens, normaliseAddress } from '@/lib/consignment/fold';
import { normalisePhone } from '@/lib/consignment/phone';
import type { ConsignmentRecord, Party } from '@/lib/consignment/record';
import { sha256Hex } from '@/lib/kernel/ids';

/** Keys under which history is kept: hashes of folded names and addresses, so that history holds no personal data. */
export type PartyKeys = {
  readonly sender: string;
  readonly recipient: string;
  readonly address: string;
  /** Of the recipient; null where no number of a line is given. */
  readonly phone: string | null;
  /** Null where no seller is named. */
  readonly seller: string | null;
  /** The vendor scheme number itself; it names a business and is no secret to customs. */
  readonly scheme: string | null;
};

function keyOf(...parts: readonly string[]): string {
  return sha256Hex(parts.join('\n')).slice(0, 32);
}

function nameOf(name: string): string {
  return [...nameTokens(name)].sort().join(' ');
}

function postcodeOf(party: Party): string {
  return foldedTokens(party.postcode ?? party.city ?? '').join('');
}

/** The key of a seller, of whom only the name is declared. */
export function sellerKey(name: string): string {
  return keyOf('seller', nameOf(name));
}

/** What tells a party from another of its place: its name, or the number that a declaration gives instead of name and address. */
function tellingOf({ name, id }: Party): string[] {
  return name.trim() === '' && id !== null ? ['', id] : [nameOf(name)];
}

/** The folded address; a party known by its number alone has the one that is registered under it. */
function addressOf({ name, address, id }: Party): string[] {
  return address === null && name.trim() === '' && id !== null ? ['', id] : [normaliseAddress(address ?? '')];
}

/** The key of a sender: its name, or number, and country. */
export function senderKey(sender: Party): string {
  return keyOf('sender', sender.country, ...tellingOf(sender));
}

/** The key of a recipient: name, or number, country and postcode, or city where there is none. */
export function recipientKey(recipient: Party): string {
  return keyOf('recipient', recipient.country, postcodeOf(recipient), ...tellingOf(recipient));
}

/** The key of a telephone number; null for what is none of a line. */
export function phoneKey(phone: string): string | null {
  const figures = normalisePhone(phone);
  return figures === null ? null : keyOf('phone', figures);
}

/** History keys of a record; the same people and places give the same keys however case, order or abbreviations differ. */
export function partyKeys(record: ConsignmentRecord): PartyKeys {
  const { sender, recipient } = record;
  const place = postcodeOf(recipient);
  return {
    sender: senderKey(sender),
    recipient: recipientKey(recipient),
    address: keyOf('address', recipient.country, place, ...addressOf(recipient)),
    phone: recipient.phone === null ? null : phoneKey(recipient.phone),
    seller: record.sellerName === null ? null : sellerKey(record.sellerName),
    scheme: record.schemeId,
  };
}

/** The key of a marketplace: its folded name, which is a business's and no secret to customs; null where none is named. */
export function marketplaceKey(name: string | null): string | null {
  return (name === null ? '' : foldedTokens(name).join(' ')) || null;
}

/**
 * Who uses a vendor scheme number: the marketplace where one is named, else the platform that sent the data (its sellers share its
 * number by right), else the sender. Only what is unrelated by this is counted as misuse.
 */
export function schemeUserOf(user: {
  readonly marketplace: string | null;
  /** Id of the partner, where it is a platform. */
  readonly platform: string | null;
  readonly senderKey: string;
}): string {
  return marketplaceKey(user.marketplace) ?? user.platform ?? user.senderKey;
}
