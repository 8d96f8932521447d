import { CONSIGNMENT_COLUMNS, ITEM_COLUMNS } from '@/lib/consignment/columns';
import type { DemoPartner } from './partners';
import type { Draft, DraftRecord } from './types';

const HEADER = [...CONSIGNMENT_COLUMNS, ...ITEM_COLUMNS];

/** A CSV field, quoted where it has to be (RFC 4180). */
function field(value: string | undefined): string {
  if (value === undefined) return '';
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function csvRows(record: DraftRecord): string[] {
  const shared = CONSIGNMENT_COLUMNS.map((column) => field(record[column])).join(',');
  return record.items.map((item) => `${shared},${ITEM_COLUMNS.map((column) => field(item[column])).join(',')}`);
}

/** A CSV file, one row per goods item. `cutAt` breaks off the first row of that record, as a failing transfer does. */
export function writeCsv(drafts: readonly Draft[], cutAt: number | null): string {
  const rows = drafts.flatMap(({ record }, index) => {
    const [first = '', ...rest] = csvRows(record);
    return index === cutAt ? [first.split(',').slice(0, 13).join(',')] : [first, ...rest];
  });
  return `${[HEADER.join(','), ...rows].join('\n')}\n`;
}

/** Keys in the order of the columns, goods items last. */
function ordered(record: DraftRecord): Record<string, unknown> {
  const entries = CONSIGNMENT_COLUMNS.flatMap((column) =>
    record[column] === undefined ? [] : [[column, record[column]]],
  );
  return { ...Object.fromEntries(entries), items: record.items };
}

const CATEGORIES: Readonly<Record<string, string>> = { sale: 'sale_of_goods', sample: 'commercial_sample' };

function mailClass(itemId: string): { readonly handling_class: string; readonly mail_class: string } {
  const letter = itemId.charAt(0);
  if (letter === 'C' || letter === 'H') return { handling_class: 'parcel', mail_class: 'C' };
  if (letter === 'E') return { handling_class: 'ems', mail_class: 'E' };
  const handling = letter === 'R' ? 'registered' : letter === 'L' ? 'tracked letter' : 'untracked letter';
  return { handling_class: handling, mail_class: 'U' };
}

/** A postal item with its content pieces, in the shape of ITMATT (UPU M33) as posts write it in JSON. */
function itmattItem({ record, postedAt }: Draft): Record<string, unknown> {
  const itemId = record.s10_id ?? '';
  const type = record.transaction_type ?? 'other';
  return {
    item_id: itemId,
    ...mailClass(itemId),
    origin_country: record.dispatch_country,
    destination_country: record.recipient_country,
    origin_office: null,
    destination_office: record.office,
    posting_datetime: postedAt.toISOString(),
    expected_arrival_at: record.expected_arrival_at,
    content_category: CATEGORIES[type] ?? type,
    sender: {
      name: record.sender_name,
      address_line: record.sender_address,
      city: record.sender_city,
      postcode: record.sender_postcode ?? '',
      country: record.sender_country,
      phone: '',
      email: '',
    },
    addressee: {
      name: record.recipient_name,
      address_line: record.recipient_address,
      city: record.recipient_city,
      postcode: record.recipient_postcode,
      country: record.recipient_country,
      phone: record.recipient_phone ?? '',
      email: record.recipient_email ?? '',
    },
    gross_weight_kg: Number(record.gross_mass_kg),
    postage: record.transport_cost ? { amount: record.transport_cost, currency: record.transport_currency } : null,
    content_pieces: record.items.map((item) => ({
      sequence: Number(item.item_number),
      description: item.description,
      units: Number(item.quantity),
      net_weight_kg: Number(item.net_mass_kg),
      declared_value: item.value,
      currency: item.currency,
      hs_code: item.commodity_code ?? null,
      country_of_origin: item.origin_country ?? null,
    })),
    documents: [],
    // Posts carry a vendor's scheme number as the sender's customs reference.
    sender_customs_reference: record.scheme_id ?? null,
    importer_tax_reference: null,
    non_delivery_instruction: 'return',
  };
}

/** The body of a submission as the partner sends it. */
export function writeBody(partner: DemoPartner, drafts: readonly Draft[], cutAt: number | null): string {
  if (partner.contentType === 'text/csv') return writeCsv(drafts, cutAt);
  if (partner.kind === 'post') return `${JSON.stringify(drafts.map(itmattItem), null, 1)}\n`;
  if (partner.contentType === 'application/json')
    return `${JSON.stringify(drafts.map(({ record }) => ordered(record)))}\n`;
  return drafts.map(({ record }) => `${JSON.stringify(ordered(record))}\n`).join('');
}
