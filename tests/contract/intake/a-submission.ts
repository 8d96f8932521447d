import { ITEM_COLUMNS } from '@/lib/consignment/columns';

/** A record that passes without a remark; cases change one thing of it. */
export const GOOD: Readonly<Record<string, string>> = {
  reference: 'REF-1',
  channel: 'express',
  transport_mode: '4',
  office: 'NLRTM',
  expected_arrival_at: '2026-03-03T10:00:00Z',
  transaction_type: 'sale',
  dispatch_country: 'CN',
  house_ref: 'H-1',
  sender_name: 'Shenzhen Shop',
  sender_address: '8 Jetty Road',
  sender_city: 'Shenzhen',
  sender_country: 'CN',
  recipient_name: 'Max Mustermann',
  recipient_address: 'Musterweg 1',
  recipient_city: 'Berlin',
  recipient_postcode: '10115',
  recipient_country: 'DE',
  gross_mass_kg: '1',
  description: 'USB-C charging cable',
  commodity_code: '854442',
  value: '4.50',
  currency: 'EUR',
};
/** Columns of a goods item, by name. */
export const ITEM: ReadonlySet<string> = new Set(ITEM_COLUMNS);

type Fields = Readonly<Record<string, string>>;

/** One CSV field, quoted where RFC 4180 asks for it. */
export function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A CSV submission: the good record once per row given, with the changes of that row. */
export function csvWith(...rows: readonly Fields[]): string {
  const names = [...new Set([...Object.keys(GOOD), ...rows.flatMap((row) => Object.keys(row))])];
  const lines = rows.map((row) => names.map((name) => csvField(row[name] ?? GOOD[name] ?? '')).join(','));
  return `${[names.map(csvField).join(','), ...lines].join('\r\n')}\r\n`;
}

/** The good record as an object of the JSON formats, with changes; any JSON value may be put in. */
export function jsonRecord(
  changes: Readonly<Record<string, unknown>> = {},
  itemChanges: Readonly<Record<string, unknown>> = {},
): object {
  const entries = Object.entries(GOOD);
  const item = { ...Object.fromEntries(entries.filter(([name]) => ITEM.has(name))), ...itemChanges };
  return { ...Object.fromEntries(entries.filter(([name]) => !ITEM.has(name))), items: [item], ...changes };
}

/** Text of one JSON record with a raw piece of JSON text put in before its other keys, one of which may be left out. */
export function jsonTextWith(rawPair: string, without?: string): string {
  const others = Object.entries(jsonRecord()).filter(([name]) => name !== without);
  return `{${rawPair},${JSON.stringify(Object.fromEntries(others)).slice(1)}`;
}

/** A piece of character data, escaped. */
export function xmlText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const NAMESPACE = 'urn:luxor:advance-data:1';

/** The good record as canonical XML on one line, with changes of its texts and raw XML put in before its items. */
export function xmlRecord(changes: Fields = {}, rawXml = ''): string {
  const tags = (isItem: boolean): string =>
    Object.entries({ ...GOOD, ...changes })
      .filter(([name]) => ITEM.has(name) === isItem)
      .map(([name, value]) => `<${name}>${xmlText(value)}</${name}>`)
      .join('');
  return `<consignment>${tags(false)}${rawXml}<items><item>${tags(true)}</item></items></consignment>`;
}

/** A canonical XML submission, one record a line. */
export function xmlWith(...records: readonly string[]): string {
  return `<submission xmlns="${NAMESPACE}">\n${records.join('\n')}\n</submission>`;
}
