import type { SentRecord } from '@/lib/consignment/columns';

/** A decimal text without its point, and how many digits stood behind it; null where it is none. */
const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** A part of a decimal text, rounded up to its last digit. */
function partOf(text: string, part: bigint): string | null {
  const [, whole, fraction = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = (BigInt(whole + fraction) + part - 1n) / part;
  const padded = String(digits).padStart(fraction.length + 1, '0');
  return fraction === '' ? padded : `${padded.slice(0, -fraction.length)}.${padded.slice(-fraction.length)}`;
}

/** Of the value and the mass of the first item. */
const PART = 8n;

/**
 * A record as a partner sends it again when a goods item was left out of it: one more, of the kind of the first, with an eighth of its value and
 * mass. Null where the first item does not tell what that would be.
 */
export function withLeftOut(record: SentRecord): SentRecord | null {
  const [first] = record.items;
  const value = first?.value === undefined ? null : partOf(first.value, PART);
  if (!first || value === null) return null;
  const mass = first.net_mass_kg === undefined ? null : partOf(first.net_mass_kg, PART);
  const item = { ...first, item_number: String(record.items.length + 1), quantity: '1', value };
  if (mass !== null) item.net_mass_kg = mass;
  const items = record.items.map((one, at) => ({ ...one, item_number: String(at + 1) }));
  return { ...record, items: [...items, item] };
}
