import 'server-only';
import { and, type asc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { db, Tx } from '@/db/connection';
import { clearances } from '@/db/schema';
import { urgentUntil } from '@/lib/clearance/urgency';

/** Rows that go before the others of a page at most. */
const BACK_MAX = 20;

type Reader = Tx | ReturnType<typeof db>;
type Order = ReturnType<typeof asc>;

/** Whether it is the actor who asked what was answered, or one of those who did. */
export const answeredTo = (actorId: string): SQL =>
  sql`(${clearances.answeredFor} = ${actorId} or ${clearances.answeredAlsoFor} @> array[${actorId}]::uuid[])`;

/** Came back to the office: its lease ran out, or it was put off till now. As its partial index words it. */
const CAME_BACK = and(
  eq(clearances.status, 'selected'),
  sql`${clearances.claimedBy} is null`,
  sql`(${clearances.isReturned} or ${clearances.wokeAt} is not null)`,
);

/**
 * Of what is free, what goes before the rest for one officer, in order: answers to own questions, then what came back. None of it goes
 * before work that is more urgent (late, within the hour, later) than itself: a flight about to land is not missed for a lease that ran out.
 * Two small indexes are read, whatever waits. `front` is when the first of the rest is due; null where nothing is free.
 */
export async function backFirst(
  reader: Reader,
  candidates: SQL | undefined,
  order: readonly SQL[],
  { actorId, front, at, most = BACK_MAX }: { actorId: string; front: Date | null; at: Date; most?: number },
): Promise<readonly BackRow[]> {
  if (!front) return [];
  const until = urgentUntil(front, at);
  const inTime = until ? lt(clearances.actByAt, until) : undefined;
  const some = (which: SQL | undefined, limit: number) =>
    reader
      .select(KEY)
      .from(clearances)
      .where(and(which, candidates, inTime))
      .orderBy(...(order as Order[]))
      .limit(limit);
  const own = await some(answeredTo(actorId), most);
  if (own.length >= most) return own;
  const seen = new Set(own.map(({ consignmentId }) => consignmentId));
  const back = await some(CAME_BACK, most);
  return [...own, ...back.filter(({ consignmentId }) => !seen.has(consignmentId))].slice(0, most);
}

const KEY = {
  consignmentId: clearances.consignmentId,
  receivedOn: clearances.receivedOn,
  actByAt: clearances.actByAt,
};
export type BackRow = Pick<typeof clearances.$inferSelect, 'consignmentId' | 'receivedOn' | 'actByAt'>;
