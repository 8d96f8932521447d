import 'server-only';
import { and, eq, gte, inArray, type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { auditLog, secondLooks } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';

/**
 * A second look whose first decision still stands, on the data it was made on: what was taken back, reversed or came anew is compared with
 * nothing. Whoever ordered an examination did so, whatever came of it.
 */
export const LOOK_STANDS: SQL = sql`(
  ${secondLooks.firstChoice} = 'examine' or exists (
    select 1 from clearance.decisions decided
    where decided.consignment_id = clearance.second_looks.consignment_id
      and decided.decision_id = clearance.second_looks.look_id and decided.state = 'final'
      and not exists (
        select 1 from clearance.decisions reversed
        where reversed.consignment_id = decided.consignment_id and reversed.kind = 'reverse' and reversed.state = 'final'
          and reversed.decided_at >= decided.decided_at))
) and exists (
  select 1 from consignment.consignments sent
  where sent.consignment_id = clearance.second_looks.consignment_id and sent.received_on = clearance.second_looks.received_on
    and sent.version = clearance.second_looks.version)`;

/** Looks an actor has in hand at the consignment of an attachment, under a condition. Names are written out: a query of one table drops their qualifiers. */
const inHandAtFile = (actor: Actor, condition: SQL): SQL => sql`exists (
  select 1 from ${secondLooks} as look
  where look.consignment_id = attachments.consignment_id and look.taken_by = ${actor.id}
    and look.answered_at is null and look.taken_until > now() and ${condition})`;

/** Whether the actor looks blindly at the consignment of an attachment. */
export function isBlindAtFile(actor: Actor): SQL<boolean> {
  return can(actor, 'clearance.second_look') ? sql<boolean>`${inHandAtFile(actor, sql`true`)}` : sql<boolean>`false`;
}

/**
 * Leaves out attachments that an actor must not see while looking blindly: what came after the first decision, and what the first officer
 * wrote about the goods. One look into an index of what is taken.
 */
export function notOfFirst(actor: Actor): SQL | undefined {
  if (!can(actor, 'clearance.second_look')) return undefined;
  const tells = sql`(attachments.sent_at >= look.drawn_at
    or (attachments.kind = 'other_document' and attachments.sent_by = look.first_by))`;
  return sql`not ${inHandAtFile(actor, tells)}`;
}

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
