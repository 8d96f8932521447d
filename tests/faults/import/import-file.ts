import { chance, pick, whole } from '@/lib/demo/draw';
import { DAY_MS } from '@/lib/kernel/dates';
import { type Random, seededRandom } from '@/lib/kernel/prng';
import { CODES, GOODS, OFFICES, PEOPLE, SELLERS, SPOILS } from './import-goods';

type Row = Readonly<Record<string, string>>;
type Record_ = { readonly rows: Row[]; readonly isApart: boolean };

/** Two files of one partner: what it sent before, and the large one that amends and repeats parts of it. */
export type ImportFiles = { readonly earlier: Buffer; readonly main: Buffer; readonly rows: number };

const COLUMNS = [
  ...['reference', 'regime', 'channel', 'transport_mode', 'house_ref', 'office', 'expected_arrival_at'],
  ...['dispatch_country', 'transaction_type', 'sender_name', 'sender_address', 'sender_city', 'sender_postcode'],
  ...['sender_country', 'recipient_name', 'recipient_address', 'recipient_city', 'recipient_postcode'],
  ...['recipient_country', 'marketplace', 'scheme_id', 'collection_model', 'gross_mass_kg', 'item_number'],
  ...['description', 'commodity_code', 'origin_country', 'quantity', 'net_mass_kg', 'value', 'currency'],
];

/** Shares of all records of the large file; what remains is new, sound and in one piece. */
const SHARE = { apart: 0.06, bad: 0.03, resent: 0.04, amended: 0.04 } as const;
/** How far the rows of one reference stand apart at most: over many batches of the import. */
const APART_ROWS_MAX = 4_000;
/** Of a first item that is amended, at most, in cents; and of a consignment that may be declared with the reduced data set. */
const AMENDED_CENTS_MAX = 13_905;
const REDUCED_CENTS_MAX = 15_000;

/**
 * A seeded file of so many rows: one to four goods items a reference, senders and recipients that come again and again, references
 * whose rows stand far apart, bad rows of every kind, and references that an earlier file brought, some of them amended.
 */
export function importFiles(rows: number, seed: number, now: Date): ImportFiles {
  const random = seededRandom(seed);
  const arrival = new Date(now.getTime() + 5 * DAY_MS).toISOString().replace(/\.\d+/, '');
  const known: Row[][] = [];
  const main: Row[] = [];
  const later: { at: number; row: Row }[] = [];
  for (let made = 0; main.length + later.length < rows; made += 1) {
    const record = aRecord(random, `FI-${seed}-${made}`, arrival);
    main.push(
      ...partsNow(random, record, known, (row) =>
        later.push({ at: main.length + whole(random, 1, APART_ROWS_MAX), row }),
      ),
    );
    for (let index = later.length - 1; index >= 0; index -= 1) {
      const waiting = later[index];
      if (waiting && waiting.at <= main.length) main.push(...later.splice(index, 1).map(({ row }) => row));
    }
  }
  main.push(...later.map(({ row }) => row));
  return { earlier: written(known.flat()), main: written(main), rows: main.length };
}

/** What of a record is written at once; the rest is put off. References sent before enter `known` as they were then. */
function partsNow(random: Random, record: Record_, known: Row[][], putOff: (row: Row) => void): Row[] {
  const drawn = random();
  if (drawn < SHARE.resent + SHARE.amended) {
    known.push(record.rows);
    return drawn < SHARE.resent ? record.rows : amended(random, record.rows);
  }
  const rows = chance(random, SHARE.bad) ? spoilt(random, record.rows) : record.rows;
  if (!record.isApart) return rows;
  for (const row of rows.slice(1)) putOff(row);
  return rows.slice(0, 1);
}

function aRecord(random: Random, reference: string, arrival: string): Record_ {
  const isApart = chance(random, SHARE.apart);
  const count = isApart ? whole(random, 2, 4) : chance(random, 0.75) ? 1 : whole(random, 2, 3);
  const seller = pick(random, SELLERS);
  const isScheme = chance(random, 0.4);
  const person = whole(random, 1, PEOPLE);
  const common = {
    reference,
    channel: pick(random, ['express', 'express', 'post', 'cargo']),
    transport_mode: '4',
    house_ref: `H${reference}`,
    office: pick(random, OFFICES),
    expected_arrival_at: arrival,
    dispatch_country: seller.country,
    transaction_type: chance(random, 0.06) ? 'gift' : 'sale',
    sender_name: seller.name,
    sender_address: `${whole(random, 1, 9)} Quay Road, Block "${pick(random, ['A', 'B'])}"`,
    sender_city: seller.city,
    sender_postcode: '518000',
    sender_country: seller.country,
    recipient_name: `Jörg ${person} Müller-Testmann`,
    recipient_address: `Hafenstraße ${person}, 2. Stock`,
    recipient_city: 'Rotterdam',
    recipient_postcode: `30${String(person % 90).padStart(2, '0')} AA`,
    recipient_country: 'NL',
    marketplace: isScheme ? pick(random, ['Harbour Lane', 'Mosaic Bazaar']) : '',
    scheme_id: isScheme ? `IM276${String(whole(random, 1, 30)).padStart(7, '0')}` : '',
    collection_model: isScheme ? 'vendor' : 'operator',
    gross_mass_kg: '6.5',
  };
  const rows = Array.from({ length: count }, (_, index) => {
    const goods = pick(random, GOODS);
    return {
      ...common,
      item_number: String(index + 1),
      description: goods,
      commodity_code: chance(random, 0.05) ? '' : pick(random, CODES),
      origin_country: seller.country,
      quantity: String(whole(random, 1, 4)),
      net_mass_kg: `0.${whole(random, 1, 9)}`,
      value: `${chance(random, 0.05) ? whole(random, 140, 400) : whole(random, 2, 90)}.${whole(random, 10, 99)}`,
      currency: pick(random, ['EUR', 'EUR', 'USD', 'CNY']),
    };
  });
  // No currency of the file is worth more than the euro, so that what stays below the limit in figures stays below it in worth.
  const cents = rows.map(({ value }) => Number(value.replace('.', '')));
  const most = cents.reduce((sum, own, index) => sum + (index === 0 ? Math.max(own, AMENDED_CENTS_MAX) : own), 0);
  const regime = most <= REDUCED_CENTS_MAX ? 'h7' : 'generic';
  return { rows: rows.map((row) => ({ ...row, regime })), isApart };
}

function amended(random: Random, rows: readonly Row[]): Row[] {
  const value = `${whole(random, 91, 139)}.05`;
  return rows.map((row, index) => (index === 0 ? { ...row, value } : row));
}

function spoilt(random: Random, rows: readonly Row[]): Row[] {
  const spoil = pick(random, SPOILS);
  const at = whole(random, 0, rows.length - 1);
  return rows.map((row, index) => (index === at ? { ...row, ...spoil } : row));
}

const quoted = (value: string) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function written(rows: readonly Row[]): Buffer {
  const lines = rows.map((row) => COLUMNS.map((column) => quoted(row[column] ?? '')).join(','));
  return Buffer.from(`${[COLUMNS.join(','), ...lines].join('\n')}\n`);
}
