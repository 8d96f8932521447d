import { normaliseAddress } from '@/lib/consignment/fold';
import { normalisePhone } from '@/lib/consignment/phone';

/** What identifies a party beside its name; compared letter by letter after normalisation. */
export type Identifiers = {
  readonly addresses: readonly string[];
  readonly phones: readonly string[];
  readonly taxNumbers: readonly string[];
};

export const EXACT_KINDS = ['address', 'phone', 'tax_number'] as const;
export type ExactKind = (typeof EXACT_KINDS)[number];

const TAX_LETTERS = 6;
/** Fewer words than this are a place and no address. */
const ADDRESS_WORDS = 4;

/** A tax or registration number in capitals without punctuation; null where it is too short to tell anybody. */
export function normaliseTaxNumber(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return plain.length < TAX_LETTERS || !/\d{4}/.test(plain) || /^(.)\1+$/.test(plain) ? null : plain;
}

/** An address whatever its order, abbreviations and script; null where it has no number or is only a place. */
export function addressKey(text: string): string | null {
  const key = normaliseAddress(text);
  return /\d/.test(key) && key.split(' ').length >= ADDRESS_WORDS ? key : null;
}

/** The keys under which two parties with an equal address, telephone or tax number meet. */
export function exactKeysOf(of: Partial<Identifiers>): readonly { readonly kind: ExactKind; readonly key: string }[] {
  const keyed = (kind: ExactKind, texts: readonly string[] | undefined, keyOf: (text: string) => string | null) =>
    (texts ?? []).flatMap((text) => {
      const key = keyOf(text);
      return key === null ? [] : [{ kind, key: `${kind} ${key}` }];
    });
  return [
    ...keyed('address', of.addresses, addressKey),
    ...keyed('phone', of.phones, normalisePhone),
    ...keyed('tax_number', of.taxNumbers, normaliseTaxNumber),
  ];
}
