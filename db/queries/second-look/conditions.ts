import 'server-only';
import { and, eq, gte, inArray, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { auditLog, secondLooks } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';

/**
 * A second look whose first decision still stands, on the data it was made on: what was taken back or came anew is compared with
 * nothing. Whoever ordered an examination did so, whatever came of it.
 */
export const LOOK_STANDS: SQL = sql`(
  ${secondLooks.firstChoice} = 'examine' or exists (
    select 1 from clearance.decisions decided
    where decided.consignment_id = clearance.second_looks.consignment_id
      and decided.decision_id = clearance.second_looks.look_id and decided.state = 'final')
) and exists (
  select 1 from consignment.consignments sent
  where sent.consignment_id = clearance.second_looks.consignment_id and sent.received_on = clearance.second_looks.received_on
    and sent.version = clearance.second_looks.version)`;

/** Those of some consignments whose page the actor opened since an instant, as the log tells. */
export async function openedSince(
  from: Executor,
  actor: Actor,
  consignmentIds: readonly string[],
  since: Date,
): Promise<ReadonlySet<string>> {
  if (consignmentIds.length === 0) return new Set();
  const rows = await from
    .select({ id: auditLog.subjectId })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, 'consignment'),
        inArray(auditLog.subjectId, [...consignmentIds]),
        gte(auditLog.at, since),
        gte(auditLog.receivedOn, dayOf(since)),
        eq(auditLog.actorId, actor.id),
        eq(auditLog.action, 'consignment.view'),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
