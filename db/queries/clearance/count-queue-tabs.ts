import 'server-only';
import { and, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import type { QueueFilter, QueueTab } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { IS_OPEN, inTab, matching } from './queue-conditions';

export type QueueCounts = Readonly<Record<QueueTab, number>>;

/** How many rows each tab holds under the same filter: exactly those its pages list. */
export async function countQueueTabs(actor: Actor, filter: QueueFilter, at = new Date()): Promise<QueueCounts> {
  authorise(actor, 'clearance.queue');
  const within = matching(actor, filter);
  const counted = (tab: QueueTab): SQL<number> => sql<number>`count(*) filter (where ${inTab(actor, tab, at)})::int`;
  const [open, decided] = await Promise.all([
    db()
      .select({
        new: counted('new'),
        mine: counted('mine'),
        waiting: counted('waiting'),
        examination: counted('examination'),
        second: counted('second'),
      })
      .from(clearances)
      .where(and(IS_OPEN, within)),
    db()
      .select({ decided: sql<number>`count(*)::int` })
      .from(clearances)
      .where(and(within, inTab(actor, 'decided', at))),
  ]);
  const none = { new: 0, mine: 0, waiting: 0, examination: 0, second: 0 };
  return { ...none, ...open[0], decided: decided[0]?.decided ?? 0 };
}
