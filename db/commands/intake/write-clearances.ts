import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet, setExcluded } from '@/db/insert-set';
import { clearances } from '@/db/schema';
import type { onNewVersion } from '@/lib/clearance/admit';
import { clearanceRow, type RowContext } from './rows-of-consignment';
import type { Selected } from './select-batch';

export type Effect = 'new' | ReturnType<typeof onNewVersion>;
export type Placed = { readonly good: Selected; readonly effect: Effect };

/** Marks that belong to the time a consignment waited, and end with it. */
const PUT_OFF_AND_PASSED_ON_NO_MORE = sql.raw('snoozed_until = null, snooze = null, woke_at = null, skipped_by = null');

type InContext = (good: Selected) => RowContext;

/** Clearances of what comes for the first time. */
export function newClearances(placed: readonly Placed[], inContext: InContext) {
  return rowsWith(placed, inContext, ['new']);
}

function rowsWith(placed: readonly Placed[], inContext: InContext, effects: readonly Effect[]) {
  return placed.filter(({ effect }) => effects.includes(effect)).map(({ good }) => clearanceRow(good, inContext(good)));
}

/** Moves the clearances that are here set-wise, each as its new version says. */
export async function moveClearances(tx: Tx, placed: readonly Placed[], inContext: InContext): Promise<void> {
  const rowsOf = (...effects: Effect[]) => rowsWith(placed, inContext, effects);
  const upsert = (set: SQL) =>
    sql`on conflict (consignment_id, received_on) do update set ${set}, row_version = clearances.row_version + 1, is_updated = true`;
  const described = setExcluded(clearances, [
    'officeId',
    'transfer',
    'channel',
    'releaseCategory',
    'score',
    'topIndicators',
    'actByAt',
    'headline',
    'itemCount',
    'valueMinor',
    'chargesMinor',
    'dispatchCountry',
  ]);
  const relaned = setExcluded(clearances, ['laneAssigned', 'laneEffective', 'selectionReason']);
  const settled = setExcluded(clearances, ['status', 'releasedAt', 'transmittedAt']);
  await insertSet(tx, clearances, rowsOf('keep'), upsert(described));
  await insertSet(tx, clearances, rowsOf('raise', 'relane'), upsert(sql`${described}, ${relaned}`));
  // What was put off or passed on as it was: whoever meets it now meets it anew.
  const moved = sql`${described}, ${relaned}, ${settled}, ${PUT_OFF_AND_PASSED_ON_NO_MORE}`;
  await insertSet(tx, clearances, rowsOf('reselect', 'release'), upsert(moved));
  // Lodged again after a withdrawal: the time to release counts from now. The day of first receipt stays.
  const anew = setExcluded(clearances, ['receivedAt']);
  await insertSet(tx, clearances, rowsOf('lodge'), upsert(sql`${moved}, ${anew}`));
  const back = sql`${described}, ${anew}, status = 'selected', transmitted_at = null, ${PUT_OFF_AND_PASSED_ON_NO_MORE}`;
  await insertSet(tx, clearances, rowsOf('return'), upsert(back));
}
