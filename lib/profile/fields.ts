/**
 * What a profile may ask about a consignment: a closed set. `code` compares as it stands, `text` is folded on both sides,
 * `number` is a whole number in its unit. A field of many values holds those of all goods items, of all indicators, and so on.
 */
/** What the values of a field are codes of, where they are known or have a form of their own. */
export const CODE_KINDS = [
  ...(['country', 'hs', 'currency', 'office', 'partner', 'scheme', 'regime', 'channel', 'transportMode'] as const),
  ...(['transactionType', 'collectionModel', 'warning', 'indicator'] as const),
] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

export type Field = {
  readonly kind: 'code' | 'text' | 'number';
  readonly isMany: boolean;
  /** Of a number: minor units of the administration's currency, grams, minutes, days, or plain. */
  readonly unit: 'minor' | 'g' | 'minutes' | 'days' | 'plain' | null;
  /** Of codes. */
  readonly codes: CodeKind | null;
  /** Of a number: the least and the most it can be; whoever asks for less or more asks for nothing. */
  readonly range: readonly [number, number] | null;
};

const code = <Kind extends CodeKind>(of: Kind) =>
  ({ kind: 'code', isMany: false, unit: null, codes: of, range: null }) as const;
const codes = <Kind extends CodeKind>(of: Kind) =>
  ({ kind: 'code', isMany: true, unit: null, codes: of, range: null }) as const;
const text = { kind: 'text', isMany: false, unit: null, codes: null, range: null } as const;
const texts = { kind: 'text', isMany: true, unit: null, codes: null, range: null } as const;
const whole = (
  unit: NonNullable<Field['unit']> = 'plain',
  range: readonly [number, number] = [0, Number.MAX_SAFE_INTEGER],
) => ({ kind: 'number', isMany: false, unit, codes: null, range }) as const;

const YEAR_MINUTES = 366 * 24 * 60;

/** Every field by name; each is a column of the table of facts. What belongs together stands together. */
export const FIELDS = {
  regime: code('regime'),
  channel: code('channel'),
  transportMode: code('transportMode'),
  officeId: code('office'),
  partnerId: code('partner'),
  dispatchCountry: code('country'),
  senderCountry: code('country'),
  recipientCountry: code('country'),
  transactionType: code('transactionType'),
  collectionModel: code('collectionModel'),
  schemeId: code('scheme'),
  marketplace: text,
  sellerName: text,

  commodityCodes: codes('hs'),
  originCountries: codes('country'),
  currencies: codes('currency'),
  descriptions: texts,
  itemCount: whole(),
  /** Pieces of all items together; missing where one does not say. */
  pieces: whole(),
  netMassG: whole('g'),
  grossMassG: whole('g'),

  intrinsicValueMinor: whole('minor'),
  customsValueMinor: whole('minor'),
  dutyMinor: whole('minor'),
  vatMinor: whole('minor'),
  /** Intrinsic value for each kilogram of gross mass. */
  valuePerKgMinor: whole('minor'),

  /** From receipt to the expected arrival; negative where the goods were here first. */
  minutesToArrival: whole('minutes', [-YEAR_MINUTES, YEAR_MINUTES]),
  qualityScore: whole('plain', [0, 100]),
  warningCodes: codes('warning'),
  indicatorCodes: codes('indicator'),
  score: whole('plain', [0, 100]),
  releaseCategory: whole('plain', [1, 4]),
  deniedMatches: whole(),

  /**
   * Whole days since the sender was first seen; 0 for a new one, whom facts stored before this was said so hold as missing. The same
   * below for recipient and address.
   */
  senderKnownDays: whole('days'),
  senderConsignments1d: whole(),
  senderConsignments7d: whole(),
  senderConsignments30d: whole(),
  senderValueMinor1d: whole('minor'),
  senderValueMinor7d: whole('minor'),
  senderValueMinor30d: whole('minor'),
  senderGifts30d: whole(),
  senderExamined365d: whole(),
  senderFindings365d: whole(),
  recipientKnownDays: whole('days'),
  recipientConsignments1d: whole(),
  recipientConsignments7d: whole(),
  recipientConsignments30d: whole(),
  recipientValueMinor1d: whole('minor'),
  recipientValueMinor7d: whole('minor'),
  recipientValueMinor30d: whole('minor'),
  recipientGifts30d: whole(),
  recipientExamined365d: whole(),
  recipientFindings365d: whole(),
  /** Different senders before this consignment; it counts where its own sender is among them. The same below for address. */
  recipientSenders1d: whole(),
  recipientSenders7d: whole(),
  recipientSenders30d: whole(),
  addressKnownDays: whole('days'),
  addressConsignments1d: whole(),
  addressConsignments7d: whole(),
  addressConsignments30d: whole(),
  addressValueMinor1d: whole('minor'),
  addressValueMinor7d: whole('minor'),
  addressValueMinor30d: whole('minor'),
  addressGifts30d: whole(),
  addressSenders1d: whole(),
  addressSenders7d: whole(),
  addressSenders30d: whole(),
  marketplaceConsignments1d: whole(),
  marketplaceConsignments7d: whole(),
  marketplaceConsignments30d: whole(),
  marketplaceValueMinor1d: whole('minor'),
  marketplaceValueMinor7d: whole('minor'),
  marketplaceValueMinor30d: whole('minor'),
  schemeSenders30d: whole(),
  schemeConsignments1d: whole(),
  schemeConsignments7d: whole(),
  schemeConsignments30d: whole(),
  schemeValueMinor1d: whole('minor'),
  schemeValueMinor7d: whole('minor'),
  schemeValueMinor30d: whole('minor'),
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

type ValueOf<F extends Field> = F['isMany'] extends true
  ? readonly string[]
  : F['kind'] extends 'number'
    ? number | null
    : string | null;

/** The facts of one assessed version, as they were when it was assessed. Missing is null, or no value among many. */
export type ProfileFacts = { readonly [N in FieldName]: ValueOf<(typeof FIELDS)[N]> };

/** The field of a name; null for what is none. */
export function fieldOf(name: string): Field | null {
  return Object.hasOwn(FIELDS, name) ? FIELDS[name as FieldName] : null;
}
