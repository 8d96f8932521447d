import 'server-only';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, partners } from '@/db/schema';
import { formatCursor, parseCursor } from '@/lib/clearance/queue-cursor';
import type { QueueFilter } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { inTab, matching } from './queue-conditions';
import { queueDetails } from './queue-details';
import { afterCursor, queueOrder } from './queue-order';
import { type QueueRow, toQueueRow } from './queue-row';

/** Rows of one page. */
export const QUEUE_PAGE = 50;

export type QueuePage = {
  readonly rows: readonly QueueRow[];
  /** Cursor of the next page; null on the last one. */
  readonly next: string | null;
  /** The instant the page was read, for everything on it that counts time. */
  readonly readAt: string;
};

/** One page of one office's queue in the order of work. @throws NotFoundError for a foreign office */
export async function listQueue(
  actor: Actor,
  filter: QueueFilter,
  cursor: string | null = null,
  at = new Date(),
): Promise<QueuePage> {
  authorise(actor, 'clearance.queue');
  const [rows, policy] = await Promise.all([
    db()
      .select({ row: clearances, partnerName: partners.name })
      .from(clearances)
      .innerJoin(partners, eq(partners.id, clearances.partnerId))
      .where(and(matching(actor, filter), inTab(actor, filter.tab, at), afterCursor(filter.tab, parseCursor(cursor))))
      .orderBy(...queueOrder(filter.tab))
      .limit(QUEUE_PAGE + 1),
    policyInForce(db(), dayOf(at)),
  ]);
  const page = rows.slice(0, QUEUE_PAGE);
  const last = page.at(-1)?.row;
  const detailsOf = await queueDetails(
    page.map(({ row }) => row),
    filter.tab === 'decided',
  );
  return {
    rows: page.map(({ row, partnerName }) => toQueueRow(row, partnerName, actor.id, policy, detailsOf(row))),
    readAt: at.toISOString(),
    next: rows.length > QUEUE_PAGE && last ? formatCursor(cursorAt(filter, last)) : null,
  };
}

function cursorAt(filter: QueueFilter, row: typeof clearances.$inferSelect) {
  const at = filter.tab === 'decided' && row.decidedAt ? row.decidedAt : row.actByAt;
  return { at, score: row.score, consignmentId: row.consignmentId };
}
