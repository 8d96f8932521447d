import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { OFFICES } from './import-goods';

/** A record as a second reader sees it in the bytes of a file, without the product's own reader. */
export type ReadRecord = {
  /** Null for a row that names none. */
  readonly reference: string | null;
  /** Lines in the file, the header being the first. */
  readonly lines: readonly number[];
  readonly raw: readonly string[];
  readonly isGood: boolean;
  /** Digest of what must be kept of it: see `digestOf`. */
  readonly digest: string;
  readonly items: number;
};

type Row = Record<string, string>;
type Parsed = { readonly record: Row; readonly raw: string };

const ITEM_COLUMNS = new Set(
  'item_number description commodity_code origin_country quantity net_mass_kg value currency'.split(' '),
);

/** The rules that the files of this run break; a column that is not named here is always right in them. */
const RULES: Readonly<Record<string, RegExp>> = {
  value: /^\d+\.\d\d$/,
  currency: /^(EUR|USD|CNY)$/,
  description: /\S/,
  recipient_country: /^[A-Z]{2}$/,
  recipient_name: /\S/,
  commodity_code: /^(\d{6,10})?$/,
  expected_arrival_at: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  office: new RegExp(`^(${OFFICES.join('|')})$`),
  reference: /\S/,
  quantity: /^[1-9]\d*$/,
};

/** Groups the rows of a file by reference, in the order of their first rows, and judges each record. */
export function readFile(body: Buffer): ReadRecord[] {
  const parsed = parse(body, { columns: true, raw: true }) as unknown as Parsed[];
  const groups = new Map<string, { line: number; row: Parsed }[]>();
  for (const [index, row] of parsed.entries()) {
    const line = index + 2;
    const key = row.record.reference || `line ${line}`;
    const group = groups.get(key);
    if (group) group.push({ line, row });
    else groups.set(key, [{ line, row }]);
  }
  return [...groups.values()].map((group) => {
    const rows = group.map(({ row }) => row.record);
    return {
      reference: rows[0]?.reference || null,
      lines: group.map(({ line }) => line),
      raw: group.map(({ row }) => row.raw.replace(/\r?\n$/, '')),
      isGood: rows.every(keepsRules) && rows.every((row) => agrees(row, rows[0] ?? row)),
      digest: digestOf(rows),
      items: rows.length,
    };
  });
}

const keepsRules = (row: Row) => Object.entries(RULES).every(([column, rule]) => rule.test(row[column] ?? ''));

const agrees = (row: Row, first: Row) =>
  Object.keys(row).every((column) => ITEM_COLUMNS.has(column) || row[column] === first[column]);

/** Goods and transport data of a record, without the parties and without empty fields, item by item. */
function digestOf(rows: readonly Row[]): string {
  const consignment = kept(rows[0] ?? {}, (column) => !ITEM_COLUMNS.has(column));
  return digest(
    consignment,
    rows.map((row) => kept(row, (column) => ITEM_COLUMNS.has(column))),
  );
}

function kept(row: Readonly<Record<string, unknown>>, isWanted: (column: string) => boolean): string {
  const pairs = Object.entries(row).filter(
    ([column, value]) => isWanted(column) && value !== '' && !/^(sender|recipient)_/.test(column),
  );
  return JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const digest = (consignment: string, items: readonly string[]) =>
  createHash('sha256')
    .update(JSON.stringify([consignment, ...items]))
    .digest('hex');

/** The same digest of what the database keeps as sent. */
export function digestOfSent(sent: Readonly<Record<string, unknown>> & { readonly items: readonly Row[] }): string {
  const { items, ...consignment } = sent;
  return digest(
    kept(consignment, () => true),
    items.map((item) => kept(item, () => true)),
  );
}
