import { CHANNELS, COLLECTION_MODELS, REGIMES, TRANSACTION_TYPES, TRANSPORT_MODES } from './codes';
import { CONSIGNMENT_COLUMNS, type ConsignmentColumn, ITEM_COLUMNS, type ItemColumn } from './columns';

type RecordColumn = ConsignmentColumn | ItemColumn;

/** What may stand in a column; each kind has its sentence in the catalogue (`submissions.guide.form`). */
export type ColumnForm =
  | 'text'
  | 'reference'
  | 'country'
  | 'currency'
  | 'office'
  | 'instant'
  | 'amount'
  | 'mass'
  | 'quantity'
  | 'commodity'
  | 'ordinal'
  | 's10'
  | 'mrn'
  | 'awb'
  | 'scheme'
  | 'email'
  | 'phone'
  | 'url'
  | 'list';

export type ColumnNote = {
  readonly form: ColumnForm;
  /** A value that passes, as the template carries it; empty where the example needs none. */
  readonly example: string;
  /** The words a closed list accepts. */
  readonly accepted?: readonly string[];
};

const note = (form: ColumnForm, example = ''): ColumnNote => ({ form, example });
const list = (accepted: readonly string[], example: string): ColumnNote => ({ form: 'list', example, accepted });

/** Every column of the record with what it takes; the order is that of the template. */
export const COLUMN_GUIDE: Readonly<Record<RecordColumn, ColumnNote>> = {
  reference: note('reference', 'ORDER-2026-0001'),
  regime: list(REGIMES, 'h7'),
  channel: list(CHANNELS, 'express'),
  transport_mode: list(TRANSPORT_MODES, '4'),
  s10_id: note('s10'),
  house_ref: note('text', 'H12345678'),
  master_ref: note('awb', '020-12345675'),
  lrn: note('text', 'LRN0001'),
  mrn: note('mrn'),
  office: note('office', 'NLRTM'),
  expected_arrival_at: note('instant'),
  dispatch_country: note('country', 'CN'),
  transaction_type: list(TRANSACTION_TYPES, 'sale'),
  sender_name: note('text', 'Shenzhen Cable Trading'),
  sender_address: note('text', '18 Keji Road'),
  sender_city: note('text', 'Shenzhen'),
  sender_postcode: note('text', '518057'),
  sender_country: note('country', 'CN'),
  sender_id: note('text'),
  recipient_name: note('text', 'Anna de Vries'),
  recipient_address: note('text', 'Lindelaan 12'),
  recipient_city: note('text', 'Rotterdam'),
  recipient_postcode: note('text', '3011 AB'),
  recipient_country: note('country', 'NL'),
  recipient_id: note('text'),
  recipient_phone: note('phone', '+31101234567'),
  recipient_email: note('email', 'anna@example.org'),
  marketplace: note('text', 'Example Marketplace'),
  seller_name: note('text', 'Shenzhen Cable Trading'),
  scheme_id: note('scheme', 'IM5281234567'),
  collection_model: list(COLLECTION_MODELS, 'vendor'),
  gross_mass_kg: note('mass', '0.150'),
  transport_cost: note('amount', '3.00'),
  transport_currency: note('currency', 'EUR'),
  item_number: note('ordinal', '1'),
  description: note('text', 'USB-C charging cable, braided, 2 m'),
  commodity_code: note('commodity', '854442'),
  origin_country: note('country', 'CN'),
  quantity: note('quantity', '2'),
  net_mass_kg: note('mass', '0.120'),
  value: note('amount', '12.50'),
  currency: note('currency', 'EUR'),
  listing_url: note('url', 'https://shop.example.org/cable'),
};

/** Without these a record is refused under every regime: it could not be addressed, assessed or told from another. */
export const ALWAYS_REQUIRED: ReadonlySet<RecordColumn> = new Set<RecordColumn>([
  'reference',
  'channel',
  'office',
  'expected_arrival_at',
  'sender_country',
  'recipient_country',
  'description',
  'value',
  'currency',
]);

/** Columns that are indispensable as well, but for regimes of declarations in which the identification number stands for them. */
export const STOOD_FOR_BY: ReadonlyMap<RecordColumn, 'sender_id' | 'recipient_id'> = new Map([
  ['sender_name', 'sender_id'],
  ['recipient_name', 'recipient_id'],
  ['recipient_address', 'recipient_id'],
]);

/** Every column in the order of the record. */
export const RECORD_COLUMNS = [...CONSIGNMENT_COLUMNS, ...ITEM_COLUMNS] as const;

/** Columns without which every record of a file would be refused, when it has those of which `has` says so. */
export function missingColumnsOf(has: (column: RecordColumn) => boolean): RecordColumn[] {
  return RECORD_COLUMNS.filter((column) => {
    const number = STOOD_FOR_BY.get(column);
    return !has(column) && (ALWAYS_REQUIRED.has(column) || (number !== undefined && !has(number)));
  });
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A CSV file to begin with: the header and one row that passes, bound for an office and arriving at an instant (ISO 8601 with zone). */
export function templateCsv(office: string, arrivesAt: string): string {
  const own: Readonly<Record<string, string>> = { office, expected_arrival_at: arrivesAt };
  const row = RECORD_COLUMNS.map((column) => quoted(own[column] ?? COLUMN_GUIDE[column].example));
  return `${RECORD_COLUMNS.join(',')}\r\n${row.join(',')}\r\n`;
}
