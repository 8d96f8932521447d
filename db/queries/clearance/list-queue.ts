import 'server-only';
import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, partners } from '@/db/schema';
import { formatCursor, parseCursor } from '@/lib/clearance/queue-cursor';
import type { QueueFilter } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { backFirst } from './back-first';
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
  const holds = and(matching(actor, filter), inTab(actor, filter.tab, at));
  const [rows, policy, top] = await Promise.all([
    readRows(and(holds, afterCursor(filter.tab, parseCursor(cursor))), filter.tab, QUEUE_PAGE + 1),
    policyInForce(db(), dayOf(at)),
    backOnTop(actor, filter, at),
  ]);
  const inOrder = rows.slice(0, QUEUE_PAGE);
  const last = inOrder.at(-1)?.row;
  // What came back stands on top of the first page, and on no page a second time.
  const rest = inOrder.filter(({ row }) => !top.includes(row.consignmentId));
  const page = cursor || top.length === 0 ? rest : [...(await readTop(holds, top)), ...rest];
  const detailsOf = await queueDetails(
    page.map(({ row }) => row),
    filter.tab === 'decided',
    at,
  );
  return {
    rows: page.map(({ row, partnerName }) => toQueueRow(row, partnerName, actor.id, policy, detailsOf(row))),
    readAt: at.toISOString(),
    next: rows.length > QUEUE_PAGE && last ? formatCursor(cursorAt(filter, last)) : null,
  };
}

function readRows(condition: SQL | undefined, tab: QueueFilter['tab'], most: number) {
  return db()
    .select({ row: clearances, partnerName: partners.name })
    .from(clearances)
    .innerJoin(partners, eq(partners.id, clearances.partnerId))
    .where(condition)
    .orderBy(...queueOrder(tab))
    .limit(most);
}

/** The rows on top, as they were ordered. */
async function readTop(holds: SQL | undefined, top: readonly string[]) {
  const rows = await readRows(and(holds, inArray(clearances.consignmentId, [...top])), 'new', top.length);
  return rows.sort((a, b) => top.indexOf(a.row.consignmentId) - top.indexOf(b.row.consignmentId));
}

/** What goes before the rest of the tab `new` for this officer, as take next gives it; nothing in the other tabs. */
export async function backOnTop(actor: Actor, filter: QueueFilter, at: Date): Promise<readonly string[]> {
  authorise(actor, 'clearance.queue');
  if (filter.tab !== 'new') return [];
  const holds = and(matching(actor, filter), inTab(actor, 'new', at));
  const order = queueOrder('new');
  const [first] = await db()
    .select({ actByAt: clearances.actByAt })
    .from(clearances)
    .where(holds)
    .orderBy(...order)
    .limit(1);
  const back = await backFirst(db(), holds, order, { actorId: actor.id, front: first?.actByAt ?? null, at });
  return back.map(({ consignmentId }) => consignmentId);
}

function cursorAt(filter: QueueFilter, row: typeof clearances.$inferSelect) {
  const at = filter.tab === 'decided' && row.decidedAt ? row.decidedAt : row.actByAt;
  return { at, score: row.score, valueMinor: row.valueMinor, consignmentId: row.consignmentId };
}
