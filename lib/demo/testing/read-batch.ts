import {
  CONSIGNMENT_COLUMNS,
  type ConsignmentColumn,
  ITEM_COLUMNS,
  type SentItem,
  type SentRecord,
} from '@/lib/consignment/columns';
import type { DemoBatch } from '../types';

type SharedColumns = Partial<Record<ConsignmentColumn, string>>;
type Row = Readonly<Record<string, string>>;

/** Fields of one CSV row, quotes undone. The demo writes no line breaks inside fields. */
function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((match) =>
    (match[1] ?? match[2] ?? '').replaceAll('""', '"'),
  );
}

function take<C extends string>(columns: readonly C[], row: Row): Partial<Record<C, string>> {
  const found: Partial<Record<C, string>> = {};
  for (const column of columns) {
    const value = row[column];
    if (value !== undefined && value !== '') found[column] = value;
  }
  return found;
}

function readCsv(body: string): SentRecord[] {
  const [header = '', ...lines] = body.trimEnd().split('\n');
  const names = header.split(',');
  const records = new Map<string, { shared: SharedColumns; items: SentItem[] }>();
  for (const line of lines) {
    const values = fields(line);
    const row = Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
    const reference = row.reference ?? '';
    const known = records.get(reference) ?? { shared: take(CONSIGNMENT_COLUMNS, row), items: [] };
    known.items.push(take(ITEM_COLUMNS, row));
    records.set(reference, known);
  }
  return [...records.values()].map(({ shared, items }) => ({ ...shared, items }));
}

type Address = Record<'name' | 'address_line' | 'city' | 'postcode' | 'country' | 'phone' | 'email', string>;
type Piece = {
  sequence: number;
  description: string;
  units: number;
  net_weight_kg: number;
  declared_value: string;
  currency: string;
  hs_code: string | null;
  country_of_origin: string | null;
};
type Itmatt = {
  item_id: string;
  origin_country: string;
  destination_office: string;
  expected_arrival_at: string;
  content_category: string;
  sender: Address;
  addressee: Address;
  gross_weight_kg: number;
  content_pieces: Piece[];
  sender_customs_reference: string | null;
};

function fromItmatt(item: Itmatt): SentRecord {
  return {
    reference: item.item_id,
    channel: 'post',
    regime: 'mail',
    s10_id: item.item_id,
    office: item.destination_office,
    expected_arrival_at: item.expected_arrival_at,
    dispatch_country: item.origin_country,
    transaction_type: item.content_category === 'sale_of_goods' ? 'sale' : item.content_category,
    sender_name: item.sender.name,
    sender_country: item.sender.country,
    recipient_name: item.addressee.name,
    recipient_address: item.addressee.address_line,
    recipient_postcode: item.addressee.postcode,
    recipient_country: item.addressee.country,
    ...(item.sender_customs_reference ? { scheme_id: item.sender_customs_reference } : {}),
    gross_mass_kg: item.gross_weight_kg.toString(),
    items: item.content_pieces.map((piece) => ({
      item_number: piece.sequence.toString(),
      description: piece.description,
      quantity: piece.units.toString(),
      net_mass_kg: piece.net_weight_kg.toString(),
      value: piece.declared_value,
      currency: piece.currency,
      ...(piece.hs_code ? { commodity_code: piece.hs_code } : {}),
      ...(piece.country_of_origin ? { origin_country: piece.country_of_origin } : {}),
    })),
  };
}

/** Reads a batch back for the demo's own tests, on purpose without the intake: one reader must not excuse the other. */
export function readBatch(batch: DemoBatch): SentRecord[] {
  if (batch.contentType === 'text/csv') return readCsv(batch.body);
  if (batch.partner === 'lowland-post') {
    const items: Itmatt[] = JSON.parse(batch.body);
    return items.map(fromItmatt);
  }
  if (batch.contentType === 'application/json') {
    const records: SentRecord[] = JSON.parse(batch.body);
    return records;
  }
  return batch.body
    .trimEnd()
    .split('\n')
    .map((line): SentRecord => JSON.parse(line));
}
