import 'server-only';
import { and, asc, desc, eq, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { webhookDeliveries } from '@/db/schema';

/** Waits for its first or next attempt, its time has come, and no worker has it. */
export const isDue = (at: Date) =>
  and(
    eq(webhookDeliveries.state, 'waiting'),
    lte(webhookDeliveries.dueAt, at),
    or(isNull(webhookDeliveries.leaseUntil), lte(webhookDeliveries.leaseUntil, at)),
  );

/** What was tried before, and the end of a submission. The condition of an index of its own. */
const goesFirst = or(sql`${webhookDeliveries.claimNumber} > 0`, eq(webhookDeliveries.kind, 'submission_finished'));

/**
 * Nothing earlier of the same consignment is under way, or to be tried again, or due as well: a later change never overtakes one.
 * A decision that may still be taken back holds up nothing. A subquery for one row at a time, which no plan turns into a join over the whole backlog.
 */
const isNext = (at: Date): SQL => sql`(
  select earlier.id from ${webhookDeliveries} as earlier
  where earlier.subject_id = ${webhookDeliveries.subjectId} and earlier.subscription_id = ${webhookDeliveries.subscriptionId}
    and earlier.state = 'waiting' and (earlier.claim_number > 0 or earlier.due_at <= ${at.toISOString()}::timestamptz)
    and (earlier.occurred_at, earlier.ordinal, earlier.id)
      < (${webhookDeliveries.occurredAt}, ${webhookDeliveries.ordinal}, ${webhookDeliveries.id})
  limit 1) is null`;

/**
 * The next deliveries of one address: what failed before and is due again, then ends of submissions, then the rest,
 * the longest due first. A thousand new records keep nothing of the former waiting.
 */
export async function nextDeliveries(
  tx: Tx,
  subscriptionId: string,
  limit: number,
  at: Date,
): Promise<{ readonly id: string }[]> {
  const ofAddress = and(eq(webhookDeliveries.subscriptionId, subscriptionId), isDue(at));
  const first = await tx
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(and(ofAddress, goesFirst, isNext(at)))
    .orderBy(
      desc(sql`${webhookDeliveries.claimNumber} > 0`),
      asc(webhookDeliveries.dueAt),
      asc(webhookDeliveries.ordinal),
      asc(webhookDeliveries.id),
    )
    .limit(limit);
  if (first.length === limit) return first;
  const rest = await tx
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(
      and(
        ofAddress,
        eq(webhookDeliveries.claimNumber, 0),
        ne(webhookDeliveries.kind, 'submission_finished'),
        isNext(at),
      ),
    )
    .orderBy(asc(webhookDeliveries.dueAt), asc(webhookDeliveries.ordinal), asc(webhookDeliveries.id))
    .limit(limit - first.length);
  return [...first, ...rest];
}
