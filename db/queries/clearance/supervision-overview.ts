import 'server-only';
import { and, asc, count, eq, gte, inArray, isNotNull, lt, min, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { clearances, offices, referrals } from '@/db/schema';
import type { LANES } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { IS_OPEN } from './queue-conditions';
import { withinScope } from './scope';

/** Ages of open work, counted from the first receipt; upper bounds in hours, the last without one. */
export const AGE_BANDS = [
  { code: 'up_to_6h', hours: 6 },
  { code: 'up_to_24h', hours: 24 },
  { code: 'up_to_72h', hours: 72 },
  { code: 'over_72h', hours: null },
] as const;
export type AgeBand = (typeof AGE_BANDS)[number]['code'];

export type OfficerLeases = {
  readonly officerId: string;
  readonly name: string;
  readonly held: number;
  readonly firstLeaseUntil: string | null;
};

export type OfficeOverview = {
  readonly officeId: string;
  readonly officeName: string;
  readonly open: number;
  readonly openByAge: Readonly<Record<AgeBand, number>>;
  readonly openByLane: Readonly<Record<(typeof LANES)[number], number>>;
  readonly arrived: number;
  readonly examination: number;
  readonly awaitingSecond: number;
  readonly onHold: number;
  readonly returned: number;
  readonly leases: readonly OfficerLeases[];
  readonly referralsOpen: number;
  readonly referralsOverdue: number;
  /** Of what was first received on this UTC day: all of it, and how much its lane released without an officer. */
  readonly receivedToday: number;
  readonly releasedByLaneToday: number;
};

/** How the work of each of the actor's offices stands. */
export async function supervisionOverview(actor: Actor, at = new Date()): Promise<OfficeOverview[]> {
  authorise(actor, 'clearance.supervise');
  const [named, open, leases, asked, today] = await Promise.all([
    db()
      .select({ id: offices.id, name: offices.name })
      .from(offices)
      .where(inArray(offices.id, [...actor.officeIds]))
      .orderBy(asc(offices.id)),
    openWork(actor, at),
    openLeases(actor),
    openReferrals(actor, at),
    receivedToday(actor, at),
  ]);
  return named.map(({ id, name }) => {
    const work = open.find((row) => row.officeId === id);
    const questions = asked.find((row) => row.officeId === id);
    const intake = today.find((row) => row.officeId === id);
    return {
      officeId: id,
      officeName: name,
      open: work?.open ?? 0,
      openByAge: {
        up_to_6h: work?.within6h ?? 0,
        up_to_24h: work?.within24h ?? 0,
        up_to_72h: work?.within72h ?? 0,
        over_72h: work?.older ?? 0,
      },
      openByLane: { green: work?.green ?? 0, blue: work?.blue ?? 0, yellow: work?.yellow ?? 0, red: work?.red ?? 0 },
      arrived: work?.arrived ?? 0,
      examination: work?.examination ?? 0,
      awaitingSecond: work?.awaitingSecond ?? 0,
      onHold: work?.onHold ?? 0,
      returned: work?.returned ?? 0,
      leases: leases
        .filter((row) => row.officeId === id)
        .map((row) => ({
          officerId: row.officerId ?? '',
          name: row.name ?? '',
          held: row.held,
          firstLeaseUntil: row.first?.toISOString() ?? null,
        })),
      referralsOpen: questions?.open ?? 0,
      referralsOverdue: questions?.overdue ?? 0,
      receivedToday: intake?.received ?? 0,
      releasedByLaneToday: intake?.byLane ?? 0,
    };
  });
}

function openWork(actor: Actor, at: Date) {
  const where = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})::int`;
  const bound = (hours: number) => sql`${new Date(at.getTime() - hours * 3_600_000).toISOString()}::timestamptz`;
  const { receivedAt, laneEffective, status } = clearances;
  return db()
    .select({
      officeId: clearances.officeId,
      open: sql<number>`count(*)::int`,
      within6h: where(sql`${receivedAt} > ${bound(6)}`),
      within24h: where(sql`${receivedAt} <= ${bound(6)} and ${receivedAt} > ${bound(24)}`),
      within72h: where(sql`${receivedAt} <= ${bound(24)} and ${receivedAt} > ${bound(72)}`),
      older: where(sql`${receivedAt} <= ${bound(72)}`),
      green: where(sql`${laneEffective} = 'green'`),
      blue: where(sql`${laneEffective} = 'blue'`),
      yellow: where(sql`${laneEffective} = 'yellow'`),
      red: where(sql`${laneEffective} = 'red'`),
      arrived: where(sql`${clearances.actByAt} <= ${bound(0)}`),
      examination: where(sql`${status} = 'examination'`),
      awaitingSecond: where(sql`${status} = 'awaiting_second'`),
      onHold: where(sql`${clearances.openHolds} > 0`),
      returned: where(sql`${clearances.isReturned}`),
    })
    .from(clearances)
    .where(and(IS_OPEN, withinScope(actor)))
    .groupBy(clearances.officeId);
}

function openLeases(actor: Actor) {
  return db()
    .select({
      officeId: clearances.officeId,
      officerId: clearances.claimedBy,
      name: min(clearances.claimedByName),
      held: count(),
      first: min(clearances.leaseUntil),
    })
    .from(clearances)
    .where(and(isNotNull(clearances.claimedBy), withinScope(actor)))
    .groupBy(clearances.officeId, clearances.claimedBy)
    .orderBy(asc(min(clearances.claimedByName)));
}

function openReferrals(actor: Actor, at: Date) {
  return db()
    .select({
      officeId: clearances.officeId,
      open: count(),
      overdue: sql<number>`count(*) filter (where ${lt(referrals.dueAt, at)})::int`,
    })
    .from(referrals)
    .innerJoin(clearances, eq(clearances.consignmentId, referrals.consignmentId))
    .where(and(IS_OPEN_REFERRAL, IS_OPEN, withinScope(actor)))
    .groupBy(clearances.officeId);
}

function receivedToday(actor: Actor, at: Date) {
  return db()
    .select({
      officeId: clearances.officeId,
      received: count(),
      byLane: sql<number>`count(*) filter (where ${clearances.status} = 'released' and ${clearances.decidedBy} is null)::int`,
    })
    .from(clearances)
    .where(and(gte(clearances.receivedOn, dayOf(at)), withinScope(actor)))
    .groupBy(clearances.officeId);
}
