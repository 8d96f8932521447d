import type { SentRecord } from '@/lib/consignment/columns';
import { sha256Hex } from '@/lib/kernel/ids';

function sortedPairs(fields: Readonly<Record<string, string | undefined>>): [string, string][] {
  const pairs = Object.entries(fields).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  );
  return pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * SHA-256 of what was sent, the same whatever the order of columns or keys and whether absent fields were left out or empty;
 * the order of goods items and every character of a value count. Used to tell a resend from a new version.
 */
export function contentHash(sent: SentRecord): string {
  const { items, unknown, ...consignment } = sent;
  return sha256Hex(
    JSON.stringify([sortedPairs(consignment), items.map((item) => sortedPairs(item)), sortedPairs(unknown ?? {})]),
  );
}
