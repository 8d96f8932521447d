import 'server-only';
import { and, asc, count, desc, eq, gt, inArray, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import { now } from '@/db/clock';
import { db, type Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, handOvers } from '@/db/schema';
import { shiftEnd } from '@/lib/clearance/forecast';
import {
  HAND_OVER_LINES_MAX,
  HAND_OVER_LISTS,
  type HandOverContent,
  type HandOverLine,
  type HandOverList,
  withoutThese,
} from '@/lib/clearance/hand-over';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { IS_KEPT, IS_OPEN } from './queue-conditions';
import { blindTo, notBlindTo } from './scope';

type Row = typeof handOvers.$inferSelect;
/** A hand-over with its instants as ISO text. */
export type HandOverView = Omit<Row, 'writtenAt' | 'confirmedAt' | 'withdrawnAt'> & {
  readonly writtenAt: string;
  readonly confirmedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly isOwn: boolean;
};

/**
 * Hand-overs of an office, newest first: those that wait and the last ones taken over; what the actor looks at blindly is in none of them.
 * @throws NotFoundError of another office
 */
export async function listHandOvers(actor: Actor, officeId: string): Promise<HandOverView[]> {
  authorise(actor, 'clearance.hand_over');
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  const [rows, blind] = await Promise.all([
    db()
      .select()
      .from(handOvers)
      .where(eq(handOvers.officeId, officeId))
      .orderBy(
        sql`${handOvers.confirmedAt} is not null or ${handOvers.withdrawnAt} is not null`,
        desc(handOvers.writtenAt),
      )
      .limit(20),
    blindTo(db(), actor),
  ]);
  return rows.map((row) => viewOf(row, actor, blind));
}

/** One hand-over, without what the actor looks at blindly. @throws NotFoundError where there is none in the actor's offices */
export async function getHandOver(actor: Actor, handOverId: string): Promise<HandOverView> {
  authorise(actor, 'clearance.hand_over');
  const [[row], blind] = await Promise.all([
    db()
      .select()
      .from(handOvers)
      .where(and(eq(handOvers.handOverId, handOverId), inArray(handOvers.officeId, [...actor.officeIds]))),
    blindTo(db(), actor),
  ]);
  if (!row) throw new NotFoundError('hand_over');
  return viewOf(row, actor, blind);
}

/** What would be handed over now. @throws NotFoundError of another office */
export async function previewHandOver(
  actor: Actor,
  { officeId, ofUserId }: { readonly officeId: string; readonly ofUserId: string | null },
  at = now(),
): Promise<HandOverContent> {
  authorise(actor, 'clearance.hand_over');
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  return handOverContent(db(), { officeId, ofUserId, shown: notBlindTo(actor) }, at);
}

/**
 * What stands in an office, or of one officer's in it: what is claimed, was put off, waits for an answer the officer asked for, is
 * detained or refused, and, of the office, what is due within the shift that comes. `shown` narrows it for one reader. For commands that
 * have checked whose office it is.
 */
export async function handOverContent(
  from: Executor,
  { officeId, ofUserId, shown }: { officeId: string; ofUserId: string | null; shown?: SQL | undefined },
  at: Date,
): Promise<HandOverContent> {
  const ofOffice = and(eq(clearances.officeId, officeId), shown);
  const { shiftEnds } = await policyInForce(from, dayOf(at));
  // Of the shift that comes: from the end of this one to its own.
  const nextEnd = shiftEnd(shiftEnds, officeId, shiftEnd(shiftEnds, officeId, at));
  const dueAt = sql<string | null>`(select min(r.due_at) from clearance.referrals r
    where r.consignment_id = clearances.consignment_id and r.answered_at is null and r.withdrawn_at is null)`;
  const none = sql<string | null>`null::timestamptz`;
  // The last step of each exhibit says where it lies.
  const place = sql<string | null>`(select string_agg(distinct c.place, '; ' order by c.place) from clearance.custody c
    where c.consignment_id = clearances.consignment_id and c.step = (select max(l.step) from clearance.custody l
      where l.consignment_id = c.consignment_id and l.exhibit_id = c.exhibit_id))`;
  const putOffBy = ofUserId ? sql`${clearances.snooze} ->> 'by' = ${ofUserId}` : undefined;
  const askedBy = ofUserId
    ? sql`exists (select 1 from clearance.referrals r where r.consignment_id = clearances.consignment_id
        and r.answered_at is null and r.withdrawn_at is null and r.asked_by = ${ofUserId}::uuid)`
    : undefined;
  const lists: Record<HandOverList, { where: SQL | undefined; until: SQL<string | null> }> = {
    claimed: {
      where: and(
        IS_OPEN,
        ofUserId ? eq(clearances.claimedBy, ofUserId) : isNotNull(clearances.claimedBy),
        gt(clearances.leaseUntil, at),
      ),
      until: none,
    },
    putOff: {
      where: and(IS_OPEN, isNotNull(clearances.snoozedUntil), putOffBy),
      until: sql`${clearances.snoozedUntil}`,
    },
    waiting: { where: and(IS_OPEN, gt(clearances.openReferrals, 0), askedBy), until: dueAt },
    kept: {
      where: and(IS_KEPT, ofUserId ? eq(clearances.decidedBy, ofUserId) : undefined),
      until: none,
    },
    dueSoon: { where: and(IS_OPEN, lte(clearances.actByAt, nextEnd)), until: none },
  };
  const entries: [HandOverList, readonly HandOverLine[], number][] = [];
  for (const name of HAND_OVER_LISTS) {
    const { where, until } = lists[name];
    const query = from
      .select({
        consignmentId: clearances.consignmentId,
        reference: clearances.reference,
        lane: clearances.laneEffective,
        actByAt: clearances.actByAt,
        holderId: clearances.claimedBy,
        holderName: clearances.claimedByName,
        claimNumber: clearances.claimNumber,
        until: until,
        ...(name === 'kept' ? { status: clearances.status, place } : {}),
      })
      .from(clearances)
      .where(and(ofOffice, where))
      .orderBy(asc(clearances.actByAt), asc(clearances.consignmentId));
    // Every claim changes hands; of the rest so many are told.
    const rows = await (name === 'claimed' ? query : query.limit(HAND_OVER_LINES_MAX));
    const [all] =
      name === 'claimed' || rows.length < HAND_OVER_LINES_MAX
        ? [{ count: rows.length }]
        : await from.select({ count: count() }).from(clearances).where(and(ofOffice, where));
    const lines = rows.map((row) => ({
      ...row,
      actByAt: row.actByAt.toISOString(),
      until: row.until === null ? null : new Date(row.until).toISOString(),
    }));
    entries.push([name, lines, all?.count ?? lines.length]);
  }
  return {
    ...(Object.fromEntries(entries.map(([name, lines]) => [name, lines])) as Record<HandOverList, HandOverLine[]>),
    counts: Object.fromEntries(entries.map(([name, , all]) => [name, all])) as Record<HandOverList, number>,
  };
}

function viewOf(
  { writtenAt, confirmedAt, withdrawnAt, ...row }: Row,
  actor: Actor,
  blind: ReadonlySet<string>,
): HandOverView {
  // What was written before detained and refused goods were listed tells of none.
  const { kept = [], counts, ...lists } = row.content as Partial<HandOverContent> & HandOverContent;
  const whole = { ...lists, kept, counts: { ...counts, kept: counts.kept ?? kept.length } };
  const hidden = HAND_OVER_LISTS.flatMap((list) => whole[list].filter(({ consignmentId }) => blind.has(consignmentId)));
  const names = new Set(hidden.map(({ reference }) => reference));
  return {
    ...row,
    content: withoutThese(whole, blind),
    left: row.left?.filter((reference) => !names.has(reference)) ?? null,
    writtenAt: writtenAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    isOwn: row.writtenBy === actor.id,
  };
}
