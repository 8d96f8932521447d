import 'server-only';
import { randomUUID } from 'node:crypto';
import type { LedgerEntry } from '@/lib/statistics/contributions';
import type { Tx } from './connection';
import { copySet } from './copy-set';
import { notedDues } from './schema';

type Change = { readonly before: LedgerEntry | null; readonly after: LedgerEntry | null };

const isReleased = (entry: LedgerEntry | null) => entry?.outcome === 'released';

/**
 * Notes, in the transaction of the change, which consignments may owe something else than before: one row for the whole batch, so that
 * intake pays next to nothing. What they owe is worked out and posted soon after, by `postNotedDues`.
 */
export async function noteDues(tx: Tx, changes: readonly Change[]): Promise<void> {
  const days = new Map<string, string>();
  for (const { before, after } of changes) {
    const entry = after ?? before;
    if (entry && (isReleased(before) || isReleased(after))) days.set(entry.consignmentId, entry.day);
  }
  if (days.size === 0) return;
  const noted = { id: randomUUID(), count: days.size, consignmentIds: [...days.keys()], days: [...days.values()] };
  await copySet(tx, notedDues, [noted]);
}
