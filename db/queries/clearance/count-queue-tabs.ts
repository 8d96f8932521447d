import 'server-only';
import { and, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import { QUEUE_TABS, type QueueFilter, type QueueTab } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { inTab, matching } from './queue-conditions';

export type QueueCounts = Readonly<Record<QueueTab, number>>;

/** How many rows each tab holds under the same filter: exactly those its pages list. Each is counted in its own partial index. */
export async function countQueueTabs(actor: Actor, filter: QueueFilter, at = new Date()): Promise<QueueCounts> {
  authorise(actor, 'clearance.queue');
  const within = matching(actor, filter);
  const counted = (tab: QueueTab) =>
    sql`(select count(*)::int as ${sql.identifier(tab)} from ${clearances} where ${and(within, inTab(actor, tab, at))}) as ${sql.identifier(`in_${tab}`)}`;
  const { rows } = await db().execute<QueueCounts>(sql`select * from ${sql.join(QUEUE_TABS.map(counted), sql`, `)}`);
  const [counts] = rows;
  if (!counts) throw new Error('a count gave no row');
  return counts;
}
