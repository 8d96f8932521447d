import 'server-only';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { openMatchesOf } from '@/db/queries/screening/open-matches';
import { clearances, partners } from '@/db/schema';
import { decideTogether, TOGETHER_MAX } from '@/lib/clearance/decide-together';
import type { QueueFilter } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { inTab, matching, queueOffice } from './queue-conditions';
import { NO_DETAILS } from './queue-details';
import { queueOrder } from './queue-order';
import { type QueueRow, toQueueRow } from './queue-row';
import { togetherLimitsOf } from './together-limits';

/**
 * The rows a filter of the queue finds, in its order, until as many may leave together as the office lets leave in one go; those between
 * that may not are among them, to be named. At most `TOGETHER_MAX` rows are looked at. @throws NotFoundError for a foreign office
 */
export async function listTogether(
  actor: Actor,
  filter: QueueFilter,
  at = new Date(),
): Promise<{ readonly rows: readonly QueueRow[] }> {
  authorise(actor, 'clearance.queue');
  const [found, policy, limits] = await Promise.all([
    db()
      .select({ row: clearances, partnerName: partners.name })
      .from(clearances)
      .innerJoin(partners, eq(partners.id, clearances.partnerId))
      .where(and(matching(actor, filter), inTab(actor, filter.tab, at)))
      .orderBy(...queueOrder(filter.tab))
      .limit(TOGETHER_MAX),
    policyInForce(db(), dayOf(at)),
    togetherLimitsOf(db(), queueOffice(actor, filter)),
  ]);
  const matches = await openMatchesOf(
    db(),
    found.map(({ row }) => row),
  );
  let fit = 0;
  const rows: QueueRow[] = [];
  for (const { row, partnerName } of found) {
    if (fit === limits.rowsMax) break;
    const openMatches = matches.get(row.consignmentId) ?? 0;
    if (decideTogether({ ...row, openMatches, hasUnreadAnswer: row.answeredFor !== null }, limits, 1).ok) fit += 1;
    rows.push(toQueueRow(row, partnerName, actor.id, policy, { ...NO_DETAILS, openMatches }));
  }
  return { rows };
}
