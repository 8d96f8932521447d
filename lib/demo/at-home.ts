import { EXAMPLE_IDS, type ExampleId } from '@/lib/codes/example-ids';
import { EXAMPLE_SETS } from '@/lib/policy/examples/sets';
import { DEMO_CURRENCIES } from './currencies';
import { DEMO_HOMES, type DemoHome } from './homes';
import { mrn } from './identifiers';
import { DEMO_OFFICES } from './partners';
import { isInventedName } from './people';
import type { Draft, DraftRecord } from './types';

/** The limit that the stream as it is made up plays with, in euro, and from where on a parcel was made to stay under it. */
const LIMIT_EUR = 150;
const NEAR_EUR = 130;
/** Senders of the home country would not be abroad: these places take their stead. */
const ABROAD = [
  { city: 'Köln', postcode: '50667', street: 'Bahnhofstraße' },
  { city: 'Leipzig', postcode: '04109', street: 'Ringstraße' },
  { city: 'Hamburg', postcode: '20095', street: 'Schulstraße' },
] as const;
const ABROAD_COUNTRY = 'DE';

/** The office of an example that stands where one of the Union's stands in the stream; null for an office the stream does not know. */
export function officeAt(example: ExampleId, code: string): string | null {
  const place = DEMO_OFFICES.findIndex((office) => office.code === code);
  if (place < 0) return null;
  return example in DEMO_HOMES ? (EXAMPLE_SETS[example].offices[place]?.code ?? null) : code;
}

/** Which place of the stream an office has, of whichever example it is; -1 for none. */
export function placeOf(officeId: string): number {
  return DEMO_OFFICES.findIndex(({ code }) => EXAMPLE_IDS.some((example) => officeAt(example, code) === officeId));
}

/** The offices that stand where one of the Union's stands in the stream: one of each example, of which a database holds one. */
export const officesLike = (code: string): string[] => EXAMPLE_IDS.flatMap((example) => officeAt(example, code) ?? []);

/** The offices a demo of an example plays in. */
export function demoOffices(example: ExampleId): readonly string[] {
  return DEMO_OFFICES.flatMap(({ code }) => officeAt(example, code) ?? []);
}

/** Cents of a euro in minor units of an example's money, in the round number its authors set amounts by. */
export function euroAt(example: ExampleId, cents: number): number {
  const { unitsPerEuro, minorDigits } = EXAMPLE_SETS[example];
  return Math.round(cents * Number(unitsPerEuro) * 10 ** (minorDigits - 2));
}

/** The same text gives the same place in a list. */
function place(text: string, length: number): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return sum % length;
}

const numberIn = (address: string) => /\d+/.exec(address)?.[0] ?? '1';

function recipientAt(record: DraftRecord, home: DemoHome): Partial<DraftRecord> {
  const name = record.recipient_name ?? '';
  const address = record.recipient_address ?? '';
  const [first = '', ...family] = name.split(' ');
  const own = home.family[place(family.join(' '), home.family.length)] ?? '';
  const given = /^[A-Z]\.$/.test(first) ? first : (home.first[place(first, home.first.length)] ?? '');
  const street = home.streets[place(address.replace(/\d+/g, ''), home.streets.length)] ?? '';
  const [city, postcode] = home.cities[place(record.recipient_city ?? '', home.cities.length)] ?? ['', ''];
  const number = numberIn(address);
  return {
    ...(isInventedName(name) ? { recipient_name: `${given} ${own}` } : {}),
    recipient_address: home.isNumberFirst ? `${number} ${street}` : `${street} ${number}`,
    recipient_city: city,
    recipient_postcode: postcode,
    recipient_country: home.country,
    ...(record.recipient_phone ? { recipient_phone: record.recipient_phone.replace(/^\+\d\d/, home.dial) } : {}),
  };
}

function senderAt(record: DraftRecord, { country }: DemoHome): Partial<DraftRecord> {
  const { sender_country: from, dispatch_country: dispatched, s10_id: postal } = record;
  const abroad = ABROAD[place(record.sender_name ?? '', ABROAD.length)] ?? ABROAD[0];
  const moved = postal?.endsWith(country) ? `${postal.slice(0, -2)}${ABROAD_COUNTRY}` : postal;
  return {
    ...(from === country
      ? {
          sender_address: `${abroad.street} ${numberIn(record.sender_address ?? '')}`,
          ...{ sender_city: abroad.city, sender_postcode: abroad.postcode, sender_country: ABROAD_COUNTRY },
        }
      : {}),
    ...(dispatched === country ? { dispatch_country: ABROAD_COUNTRY } : {}),
    ...(postal && moved ? { s10_id: moved, ...(record.reference === postal ? { reference: moved } : {}) } : {}),
  };
}

/** How many of its own units a declared unit becomes, and in which currency: euro are declared in the money of the home. */
type Money = { readonly factor: number; readonly currency: string; readonly digits: number };

function moneyOf(
  declared: string,
  scale: number,
  home: DemoHome,
  own: { currency: string; minorDigits: number },
): Money {
  if (declared === 'EUR') return { factor: scale * home.perEur, currency: own.currency, digits: own.minorDigits };
  const known = DEMO_CURRENCIES[declared as keyof typeof DEMO_CURRENCIES];
  return { factor: scale, currency: declared, digits: known?.exponent ?? 2 };
}

/** Decimal text, at least one minor unit. */
function amountAt(text: string, { factor, digits }: Money): string {
  const amount = Number(text) * factor;
  return Math.max(amount, 10 ** -digits).toFixed(digits);
}

/**
 * A record of the stream, which is made up for the Union, as it would be sent to another example administration: its offices, people and
 * money, its own limit where the parcel was made to stay under that of the Union, its data set by that limit and its scheme numbers.
 * Everything else, and the truth behind it, stays. `worth` is in euro.
 */
export function atHome(draft: Draft, example: ExampleId, { worth, count }: { worth: number; count: number }): Draft {
  if (example === 'eu' || example === 'eu-before') return draft;
  const home = DEMO_HOMES[example];
  const { lowValue, scheme, ...own } = EXAMPLE_SETS[example];
  const { record, truth } = draft;
  const limit = Number(lowValue.limit) / home.perEur;
  const scale = worth > NEAR_EUR && worth <= LIMIT_EUR ? limit / LIMIT_EUR : 1;
  const money = (declared: string | undefined) => moneyOf(declared ?? '', scale, home, own);
  const office = officeAt(example, record.office ?? '') ?? record.office;
  const items = record.items.map((item) => ({
    ...item,
    ...(item.value
      ? { value: amountAt(item.value, money(item.currency)), currency: money(item.currency).currency }
      : {}),
    ...(item.origin_country === home.country ? { origin_country: ABROAD_COUNTRY } : {}),
  }));
  const transport = money(record.transport_currency);
  const isReduced = worth * scale <= limit;
  const isPlain = record.regime !== 'h7' && record.regime !== 'entry';
  const { scheme_id: number, mrn: _mrn, ...rest } = record;
  const ownNumber = scheme && number ? `${scheme.prefix}${scheme.state}${number.slice(5)}` : null;
  const entry = mrn(draft.postedAt.getUTCFullYear(), home.country, count);
  const sent: DraftRecord = {
    ...rest,
    ...(office ? { office } : {}),
    ...recipientAt(record, home),
    ...senderAt(record, home),
    ...(isPlain ? {} : { regime: isReduced ? 'h7' : 'entry', ...(isReduced ? {} : { mrn: entry }) }),
    ...(ownNumber ? { scheme_id: ownNumber } : {}),
    ...(ownNumber === null && record.collection_model === 'vendor' ? { collection_model: 'operator' } : {}),
    ...(record.transport_cost
      ? { transport_cost: amountAt(record.transport_cost, transport), transport_currency: transport.currency }
      : {}),
    items,
  };
  const [first] = record.items;
  const values = Object.entries(truth.trueUnitValues ?? {}).map(
    ([item, text]) => [item, amountAt(text, money(first?.currency))] as const,
  );
  return {
    ...draft,
    record: sent,
    truth: truth.trueUnitValues ? { ...truth, trueUnitValues: Object.fromEntries(values) } : truth,
  };
}
