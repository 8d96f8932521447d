import 'server-only';
import { and, asc, desc, eq, gt, gte, lt, lte, not, or, type SQL } from 'drizzle-orm';
import { clearances } from '@/db/schema';
import type { QueueCursor } from '@/lib/clearance/queue-cursor';
import type { QueueTab } from '@/lib/clearance/queue-filter';

/**
 * Order and key of the queue's pages. Open work goes by time left to act, then score, then value: all of one flight share an arrival, so
 * the index gives the order of flights and only the ties of one are sorted. Decided work goes newest first.
 */
export function queueOrder(tab: QueueTab): SQL[] {
  return tab === 'decided'
    ? [desc(clearances.decidedAt), asc(clearances.consignmentId)]
    : [asc(clearances.actByAt), desc(clearances.score), desc(clearances.valueMinor), asc(clearances.consignmentId)];
}

/** Rows after the cursor in the order of the tab. The bare bound on the instant is what the index is searched with. */
export function afterCursor(tab: QueueTab, cursor: QueueCursor | null): SQL | undefined {
  if (!cursor) return undefined;
  const later = gt(clearances.consignmentId, cursor.consignmentId);
  if (tab === 'decided') {
    return and(
      lte(clearances.decidedAt, cursor.at),
      or(lt(clearances.decidedAt, cursor.at), and(eq(clearances.decidedAt, cursor.at), later)),
    );
  }
  const sameScore = and(
    eq(clearances.score, cursor.score),
    or(lt(clearances.valueMinor, cursor.valueMinor), and(eq(clearances.valueMinor, cursor.valueMinor), later)),
  );
  const sameFlight = and(eq(clearances.actByAt, cursor.at), or(lt(clearances.score, cursor.score), sameScore));
  return and(gte(clearances.actByAt, cursor.at), or(gt(clearances.actByAt, cursor.at), sameFlight));
}

/** Rows up to and including the cursor: the stretch of the list that somebody has on the screen. */
export function upToCursor(tab: QueueTab, cursor: QueueCursor | null): SQL | undefined {
  const after = afterCursor(tab, cursor);
  if (!cursor || !after) return undefined;
  const bound = tab === 'decided' ? gte(clearances.decidedAt, cursor.at) : lte(clearances.actByAt, cursor.at);
  return and(bound, not(after));
}
