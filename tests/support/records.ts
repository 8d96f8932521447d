import {
  type AssessmentFacts,
  type DeniedMatch,
  NOTHING_THAT_DAY,
  NO_HISTORY,
  NO_SENDERS,
  type PartyHistory,
} from '@/lib/assessment/facts';
import type { ConsignmentColumn, ItemColumn, SentItem, SentRecord } from '@/lib/consignment/columns';
import type { ConsignmentRecord, GoodsItem, Party } from '@/lib/consignment/record';
import { type Policy, policyAt } from '@/lib/policy/in-force';
import { PARAMETERS } from '@/lib/policy/parameters';

const policies = new Map<string, Policy>();

/** The example administration's policy on a day. */
export function policyOn(day: string): Policy {
  const known = policies.get(day) ?? policyAt(PARAMETERS, day);
  policies.set(day, known);
  return known;
}

/** A day of full relief up to 150 euro, and one of the flat duty that followed it. */
export const RELIEF_DAY = '2026-03-02';
export const FLAT_DAY = '2026-11-02';

/** One cotton T-shirt of 12.00 EUR, unless changed. */
export function anItem(changes: Partial<GoodsItem> = {}): GoodsItem {
  return {
    itemNumber: 1,
    description: 'Cotton T-shirt with short sleeves',
    commodityCode: '610910',
    originCountry: 'CN',
    quantity: '1',
    netMassKg: '0.200',
    netMassG: 200,
    value: '12.00',
    currency: 'EUR',
    listingUrl: null,
    ...changes,
  };
}

const SENDER: Party = {
  name: 'Linden Thread Works',
  address: '18 Canal Road',
  city: 'Hangzhou',
  postcode: '310000',
  country: 'CN',
  id: null,
  phone: null,
  email: null,
};

const RECIPIENT: Party = {
  name: 'Mara Veldkamp',
  address: 'Lindenstraat 12',
  city: 'Utrecht',
  postcode: '3511 AA',
  country: 'NL',
  id: null,
  phone: '+31200000000',
  email: null,
};

const ITEM_FIELDS: Readonly<Record<ItemColumn, (item: GoodsItem) => string | null>> = {
  item_number: (item) => item.itemNumber.toString(),
  description: (item) => item.description,
  commodity_code: (item) => item.commodityCode,
  origin_country: (item) => item.originCountry,
  quantity: (item) => item.quantity,
  net_mass_kg: (item) => item.netMassKg,
  value: (item) => item.value,
  currency: (item) => item.currency,
  listing_url: (item) => item.listingUrl,
};

function partyColumns(record: Omit<ConsignmentRecord, 'sent'>, role: 'sender' | 'recipient') {
  const party = record[role];
  return Object.entries(party).map(([field, value]) => [`${role}_${field}`, value] as const);
}

function present<K extends string>(entries: readonly (readonly [K, string | null])[]): Partial<Record<K, string>> {
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as Partial<Record<K, string>>;
}

/** What a partner would have sent to get this record. */
function sentOf(record: Omit<ConsignmentRecord, 'sent'>): SentRecord {
  const columns: readonly (readonly [ConsignmentColumn, string | null])[] = [
    ['reference', record.reference],
    ['regime', record.regime],
    ['channel', record.channel],
    ['s10_id', record.s10Id],
    ['house_ref', record.houseRef],
    ['master_ref', record.masterRef],
    ['office', record.office],
    ['expected_arrival_at', record.expectedArrivalAt.toISOString()],
    ['dispatch_country', record.dispatchCountry],
    ['transaction_type', record.transactionType],
    ['marketplace', record.marketplace],
    ['seller_name', record.sellerName],
    ['scheme_id', record.schemeId],
    ['collection_model', record.collectionModel],
    ['gross_mass_kg', record.grossMassKg],
    ['transport_cost', record.transportCost],
    ['transport_currency', record.transportCurrency],
    ...(partyColumns(record, 'sender') as [ConsignmentColumn, string | null][]),
    ...(partyColumns(record, 'recipient') as [ConsignmentColumn, string | null][]),
  ];
  const items = record.items.map(
    (item): SentItem =>
      present((Object.keys(ITEM_FIELDS) as ItemColumn[]).map((column) => [column, ITEM_FIELDS[column](item)] as const)),
  );
  return { ...present(columns), items };
}

/** An ordinary low-value sale that no indicator minds, unless changed. */
export function aRecord(changes: Partial<Omit<ConsignmentRecord, 'sent'>> = {}): ConsignmentRecord {
  const record: Omit<ConsignmentRecord, 'sent'> = {
    reference: 'HL-0001',
    regime: 'h7',
    channel: 'express',
    transportMode: '4',
    s10Id: null,
    houseRef: 'HL0001',
    masterRef: null,
    lrn: null,
    mrn: null,
    office: 'NLRTM',
    expectedArrivalAt: new Date('2026-11-03T08:00:00Z'),
    dispatchCountry: 'CN',
    transactionType: 'sale',
    sender: SENDER,
    recipient: RECIPIENT,
    marketplace: null,
    sellerName: null,
    schemeId: null,
    collectionModel: 'operator',
    grossMassKg: '0.500',
    grossMassG: 500,
    transportCost: null,
    transportCurrency: null,
    items: [anItem()],
    ...changes,
  };
  return { ...record, sent: sentOf(record) };
}

/** History of a party that was seen before and did nothing remarkable. */
export function aHistory(changes: Partial<PartyHistory> = {}): PartyHistory {
  return { ...NO_HISTORY, firstSeenOn: '2026-01-05', ...changes };
}

/** Facts of known parties without bands, scheme use or list matches, unless changed. */
export function someFacts(changes: Partial<AssessmentFacts> = {}): AssessmentFacts {
  return {
    receivedAt: new Date('2026-11-02T10:00:00Z'),
    sender: aHistory(),
    recipient: aHistory(),
    address: aHistory(),
    recipientSenders: NO_SENDERS,
    addressSenders: NO_SENDERS,
    scheme: null,
    schemeTraffic: null,
    marketplace: null,
    bands: new Map(),
    deniedMatches: [],
    sameDay: NOTHING_THAT_DAY,
    schemeStanding: null,
    ...changes,
  };
}

/** A listed name that a sender was found to resemble, word by word. */
export function aMatch(changes: Partial<DeniedMatch> = {}): DeniedMatch {
  return {
    party: 'sender',
    list: 'DEMO',
    entryId: 'DL-1',
    edition: 'demo',
    listedName: 'Ilmarec Vostrikhanov',
    similarity: 0.93,
    band: 'review',
    by: 'name',
    pairs: [{ here: 'vostirkhanov', listed: 'vostrikhanov', percent: 90 }],
    unpaired: [],
    adjustments: [],
    ...changes,
  };
}
