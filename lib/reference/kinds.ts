/** Lists that are loaded at run time, as the command line and the pages name them. */
export const REFERENCE_KINDS = [
  'hs',
  'tariff',
  'vat',
  'exchange-rates',
  'controls',
  'stop-words',
  'vague-terms',
  'goods-terms',
  'denied-parties',
  'scheme-numbers',
  'offices',
  'locations',
  'countries',
  'currencies',
] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** Kinds of dated rows that decide by themselves: parameters of the policy in force. */
export const PARAMETER_KINDS = [
  'duty_rate',
  'vat_rate',
  'exchange_rate',
  'control',
  'stop_words',
  'vague_terms',
  'goods_terms',
  'description_pattern',
] as const;

/** Kinds of dated rows that are lists of codes and names. */
export const CODE_KINDS = [
  'hs_code',
  'denied_party',
  'scheme_number',
  'office',
  'location',
  'country',
  'currency',
] as const;
export type RowKind = (typeof PARAMETER_KINDS)[number] | (typeof CODE_KINDS)[number];

/** The kinds of rows each list is made of. A list lives in one of the two tables, never in both. */
export const ROW_KINDS: Readonly<Record<ReferenceKind, readonly RowKind[]>> = {
  hs: ['hs_code'],
  tariff: ['duty_rate'],
  vat: ['vat_rate'],
  'exchange-rates': ['exchange_rate'],
  controls: ['control'],
  'stop-words': ['stop_words'],
  'vague-terms': ['vague_terms', 'description_pattern'],
  'goods-terms': ['goods_terms'],
  'denied-parties': ['denied_party'],
  'scheme-numbers': ['scheme_number'],
  offices: ['office'],
  locations: ['location'],
  countries: ['country'],
  currencies: ['currency'],
};

export function isReferenceKind(text: string): text is ReferenceKind {
  return (REFERENCE_KINDS as readonly string[]).includes(text);
}

/** Whether the rows of a list are parameters of the policy; the others are codes. */
export function isParameterList(kind: ReferenceKind): boolean {
  return ROW_KINDS[kind].every((rowKind) => (PARAMETER_KINDS as readonly string[]).includes(rowKind));
}
