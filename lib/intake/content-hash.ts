import { CONSIGNMENT_COLUMNS, ITEM_COLUMNS, type SentRecord } from '@/lib/consignment/columns';
import { sha256Hex } from '@/lib/kernel/ids';

/** Alphabetical, so that a new column leaves the hash of records without it as it was. */
const CONSIGNMENT_ORDER = [...CONSIGNMENT_COLUMNS].sort();
const ITEM_ORDER = [...ITEM_COLUMNS].sort();

/** Name, length and value: no choice of values can look like another list of fields. */
function line(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : `${name.length}:${name}=${value.length}:${value}\n`;
}

/**
 * SHA-256 of what was sent, the same whatever the order of columns or keys and whether absent fields were left out or empty;
 * the order of goods items and every character of a value count. What counts from the moment of receipt was not sent. Used to tell a resend from a new version.
 */
export function contentHash(sent: SentRecord): string {
  let text = '';
  const left = new Set(sent.isDatedByReceipt ? sent.derived : []);
  for (const column of CONSIGNMENT_ORDER) if (!left.has(column)) text += line(column, sent[column]);
  for (const item of sent.items) {
    text += '#\n';
    for (const column of ITEM_ORDER) text += line(column, item[column]);
  }
  text += '?\n';
  if (sent.unknown) for (const name of Object.keys(sent.unknown).sort()) text += line(name, sent.unknown[name]);
  return sha256Hex(text);
}
