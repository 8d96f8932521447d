import type { ConsignmentColumn, ItemColumn } from '@/lib/consignment/columns';

/** What a post calls the categories of form CN 23 in an ITMATT-shaped item, and our word for each. Others pass as sent and are refused. */
export const CONTENT_CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['gift', 'gift'],
  ['documents', 'documents'],
  ['sale_of_goods', 'sale'],
  ['commercial_sample', 'sample'],
  ['returned_goods', 'returned_goods'],
  ['other', 'other'],
]);

type Field<Column> = readonly [field: string, column: Column];

/** Fields of an ITMATT-shaped item and the column each becomes, for the description of the format; `itmatt.ts` reads them. */
export const POSTAL_FIELDS: readonly Field<ConsignmentColumn>[] = [
  ['item_id', 'reference'],
  ['destination_office', 'office'],
  ['expected_arrival_at', 'expected_arrival_at'],
  ['origin_country', 'dispatch_country'],
  ['content_category', 'transaction_type'],
  ['gross_weight_kg', 'gross_mass_kg'],
  ['sender_customs_reference', 'sender_id'],
  ['importer_tax_reference', 'recipient_id'],
  ['sender/name', 'sender_name'],
  ['sender/address_line', 'sender_address'],
  ['sender/city', 'sender_city'],
  ['sender/postcode', 'sender_postcode'],
  ['sender/country', 'sender_country'],
  ['addressee/name', 'recipient_name'],
  ['addressee/address_line', 'recipient_address'],
  ['addressee/city', 'recipient_city'],
  ['addressee/postcode', 'recipient_postcode'],
  ['addressee/country', 'recipient_country'],
  ['addressee/phone', 'recipient_phone'],
  ['addressee/email', 'recipient_email'],
  ['postage/amount', 'transport_cost'],
  ['postage/currency', 'transport_currency'],
];

/** Fields of one of its content pieces. */
export const PIECE_FIELDS: readonly Field<ItemColumn>[] = [
  ['sequence', 'item_number'],
  ['description', 'description'],
  ['units', 'quantity'],
  ['net_weight_kg', 'net_mass_kg'],
  ['declared_value', 'value'],
  ['currency', 'currency'],
  ['hs_code', 'commodity_code'],
  ['country_of_origin', 'origin_country'],
];
