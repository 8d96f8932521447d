import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { borderDebtor } from '@/lib/collection/accounts';
import { type Due, duesOf, isMoney } from '@/lib/collection/dues';
import type { LedgerEntry } from '@/lib/statistics/contributions';
import type { Tx } from './connection';
import { copySet } from './copy-set';
import { insertSet, setExcluded } from './insert-set';
import { chargeables, type DueKey, postedDues } from './queries/collection/chargeables';
import { notedDues, reservations } from './schema';

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
  const changed = changes.flatMap(({ before }) => (before && isReleased(before) ? [before] : []));
  await reserveChanges(
    tx,
    changed.map(({ consignmentId, day }) => ({ consignmentId, receivedOn: day })),
  );
}

/**
 * What was released and owes something else now, or nothing, counts so on its account from this moment until it is posted: what a
 * guarantee still covers does not hang on how far the posting is. What a first release adds is reserved by who lets it go.
 */
async function reserveChanges(tx: Tx, keys: readonly DueKey[]): Promise<void> {
  const charged = await chargeables(tx, keys);
  if (charged.length === 0) return;
  const posted = await postedDues(
    tx,
    charged.map(({ consignmentId }) => consignmentId),
  );
  const rows = charged.map((goods) => {
    const { accountId } = borderDebtor(goods.collectionModel, goods.partnerId, goods.currency);
    const minor = (dues: readonly Due[]) =>
      dues.reduce((sum, due) => (isMoney(due.charge) && due.accountId === accountId ? sum + due.amountMinor : sum), 0n);
    const { consignmentId } = goods;
    return { consignmentId, accountId, amountMinor: minor(duesOf(goods)) - minor(posted.get(consignmentId) ?? []) };
  });
  const onConflict = sql`on conflict (consignment_id) do update set ${setExcluded(reservations, ['accountId', 'amountMinor'])}`;
  await insertSet(tx, reservations, rows, onConflict);
}
