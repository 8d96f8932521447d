import 'server-only';
import { and, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import { facetsOf, type QueueFacets } from '@/lib/clearance/queue-facets';
import type { QueueFilter } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { inTab, matching } from './queue-conditions';

/** Rows of a tab that are counted at most: the page must not wait for a figure nobody acts on to the last row. */
export const FACET_ROWS_MAX = 5_000;

/** How many of a tab each choice of lane, channel and score would find. @throws NotFoundError for a foreign office */
export async function countFacets(actor: Actor, filter: QueueFilter, at = new Date()): Promise<QueueFacets> {
  authorise(actor, 'clearance.queue');
  const { laneEffective: lane, channel, score } = clearances;
  const some = db()
    .select({ lane, channel, score })
    .from(clearances)
    .where(and(matching(actor, { ...filter, lane: [], channel: [], minScore: null }), inTab(actor, filter.tab, at)))
    .limit(FACET_ROWS_MAX + 1)
    .as('some');
  const counts = await db()
    .select({ lane: some.lane, channel: some.channel, score: some.score, count: sql<number>`count(*)::int` })
    .from(some)
    .groupBy(some.lane, some.channel, some.score);
  const rows = counts.reduce((sum, { count }) => sum + count, 0);
  return facetsOf(counts, filter, rows <= FACET_ROWS_MAX);
}
