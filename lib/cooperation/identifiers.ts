import { createHmac, hkdfSync } from 'node:crypto';
import { foldedTokens, normaliseAddress } from '@/lib/consignment/fold';
import { normalisePhone } from '@/lib/consignment/phone';
import type { IdentifierKind } from './identifier-kinds';

const TAX_LETTERS = 6;
const NAME_AND_ADDRESS_WORDS = 5;

/** A secret two administrations agree on has at least so many characters. */
export const SECRET_CHARS_LEAST = 32;

/**
 * An identifier in the one form both sides hash; null where it is too short or too common to tell anybody. Name and address are given as
 * one text, parted by a comma or a line end; the words of each are compared in any order.
 */
export function normaliseIdentifier(kind: IdentifierKind, given: string): string | null {
  if (kind === 'phone') return normalisePhone(given);
  if (kind === 'email') {
    const plain = given.normalize('NFKC').trim().toLowerCase();
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain) ? plain : null;
  }
  if (kind === 'tax_number' || kind === 'scheme_number') {
    const plain = given
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '');
    return plain.length < TAX_LETTERS || !/\d{4}/.test(plain) || /^(.)\1+$/.test(plain) ? null : plain;
  }
  const [, name = '', address = ''] = /^([^,\n]+)[,\n]([\s\S]+)$/.exec(given) ?? [];
  return nameAndAddress(name, address);
}

/** A name with its address in the one form both sides hash; null where it is no more than a place or has no number. */
export function nameAndAddress(name: string, address: string): string | null {
  const names = [...foldedTokens(name)].sort();
  const place = normaliseAddress(address);
  const words = names.length + place.split(' ').length;
  return names.length === 0 || !/\d/.test(place) || words < NAME_AND_ADDRESS_WORDS
    ? null
    : `${names.join(' ')}|${place}`;
}

/**
 * The key of one exchange, of the secret both sides agreed on (HKDF-SHA-256, RFC 5869, salted by the id of the request): hashes of two
 * exchanges cannot be laid side by side.
 */
export function exchangeKeyOf(secret: string, packageId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, packageId, 'luxor-exchange match 1', 32));
}

/** The keyed hash of a normalised identifier (HMAC-SHA-256, RFC 2104), lower-case hexadecimal; kinds never meet. */
export function keyedHash(key: Uint8Array, kind: IdentifierKind, normalised: string): string {
  return createHmac('sha256', key).update(`${kind}\n${normalised}`).digest('hex');
}

/** What tells whether two sides made one key, and nothing of the key: an HMAC of a constant, which no kind of identifier is. */
export function keyCheck(key: Uint8Array): string {
  return createHmac('sha256', key).update('luxor-exchange match check').digest('hex');
}

/** An identifier as it may be kept beside its hash, so that whoever asked finds it again among their own: the two last characters. */
export function maskedIdentifier(given: string): string {
  const plain = [...given.trim()];
  return `${'•'.repeat(6)}${plain.slice(-2).join('')}`;
}

/** One request holds identifiers of parties, each once, as they were typed: a line is `kind` and one text. */
export function readTyped(
  kind: IdentifierKind,
  typed: string,
): { readonly found: readonly { given: string; normalised: string }[]; readonly unread: readonly number[] } {
  const unread: number[] = [];
  const found = new Map<string, string>();
  typed.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const normalised = normaliseIdentifier(kind, line);
    if (normalised === null) unread.push(index + 1);
    else if (!found.has(normalised)) found.set(normalised, line);
  });
  return { found: [...found].map(([normalised, given]) => ({ given, normalised })), unread };
}
