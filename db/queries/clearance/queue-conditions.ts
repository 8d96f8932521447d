import 'server-only';
import { and, arrayContains, eq, gt, gte, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { clearances, consignments, togetherBatches } from '@/db/schema';
import type { QueueFilter, QueueTab } from '@/lib/clearance/queue-filter';
import { KEPT_STATUSES, OPEN_STATUSES } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { notBlindTo } from './scope';

/** How far back the decided tab reaches. */
const DECIDED_HOURS = 24;

/** The one office a queue shows: the one asked for, or the officer's current one. @throws NotFoundError for a foreign office */
export function queueOffice(actor: Actor, filter: Pick<QueueFilter, 'officeId'>): string {
  const officeId = filter.officeId ?? actor.officeId ?? actor.officeIds[0];
  if (!officeId || !actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  return officeId;
}

/** Text as the start of a LIKE pattern, its own wildcards taken literally. */
export function startsWith(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** What is open, as the partial index of the queue words it. */
export const IS_OPEN = inArray(clearances.status, OPEN_STATUSES);
export const IS_KEPT = inArray(clearances.status, KEPT_STATUSES);

/** What an officer may take: selected, in nobody's hands, waiting for no partner, not put off. As its partial index words it. */
export const IS_FREE = and(
  eq(clearances.status, 'selected'),
  isNull(clearances.claimedBy),
  eq(clearances.openReferrals, 0),
  isNull(clearances.snoozedUntil),
);

/**
 * No row that waits for an agency which has said nothing yet and whose time to answer runs, where that time ends before the row's own: its
 * answer may settle what an officer would do now. Goods whose own time ends first are given out all the same: to examine, to refer and to
 * state duty are open to customs whatever an agency holds. Holds are looked for only where the row has any. Names are written out: a query of
 * one table drops their qualifiers.
 */
export const waitsForNoAgency = (at: Date): SQL =>
  sql`(clearances.open_holds = 0 or not exists (
    select 1 from clearance.holds hold
    where hold.consignment_id = clearances.consignment_id and hold.agency_id is not null
      and hold.lifted_at is null and hold.verdict is null
      and hold.due_at > ${at.toISOString()} and hold.due_at <= clearances.act_by_at))`;

/** No row that leaves as soon as a second person confirms a proposal of the office; one that changed since then would not leave by it. */
export const leavesByNoProposal = (officeId: string): SQL =>
  sql`(${clearances.consignmentId}, ${clearances.rowVersion}) not in (
    select (proposed ->> 'consignmentId')::uuid, (proposed ->> 'rowVersion')::int
    from ${togetherBatches} batch cross join lateral jsonb_array_elements(batch.rows) proposed
    where batch.office_id = ${officeId} and batch.state = 'proposed')`;

/** Which rows a tab holds, whoever's office they are of. */
export function inTab(actor: Actor, tab: QueueTab, at: Date): SQL | undefined {
  switch (tab) {
    case 'new':
      return IS_FREE;
    case 'mine':
      return and(IS_OPEN, eq(clearances.claimedBy, actor.id));
    case 'waiting':
      return and(IS_OPEN, gt(clearances.openReferrals, 0));
    case 'snoozed':
      return and(IS_OPEN, isNotNull(clearances.snoozedUntil));
    case 'examination':
      return eq(clearances.status, 'examination');
    case 'second':
      return eq(clearances.status, 'awaiting_second');
    case 'kept':
      return IS_KEPT;
    case 'decided':
      return and(
        isNotNull(clearances.decidedBy),
        gte(clearances.decidedAt, new Date(at.getTime() - DECIDED_HOURS * 3_600_000)),
      );
  }
}

/** The filter beside the tab. */
export function matching(actor: Actor, filter: QueueFilter): SQL | undefined {
  return and(
    eq(clearances.officeId, queueOffice(actor, filter)),
    notBlindTo(actor),
    filter.lane.length > 0 ? inArray(clearances.laneEffective, [...filter.lane]) : undefined,
    filter.channel.length > 0 ? inArray(clearances.channel, [...filter.channel]) : undefined,
    filter.minScore === null ? undefined : gte(clearances.score, filter.minScore),
    filter.partnerId ? eq(clearances.partnerId, filter.partnerId) : undefined,
    filter.indicator ? arrayContains(clearances.topIndicators, [filter.indicator]) : undefined,
    filter.updated ? eq(clearances.isUpdated, true) : undefined,
    filter.text ? named(filter.text) : undefined,
  );
}

function named(text: string): SQL | undefined {
  const prefix = startsWith(text);
  return or(
    ilike(clearances.reference, prefix),
    ilike(clearances.headline, prefix),
    sql`${clearances.consignmentId} in (select consignment_id from ${consignments} where s10_id = ${text.toUpperCase().replaceAll(' ', '')})`,
  );
}
