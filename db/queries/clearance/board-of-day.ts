import 'server-only';
import {
  and,
  asc,
  countDistinct,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  min,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, offices, sessions, users } from '@/db/schema';
import { BREACH_CAUSES, type BreachCause, forecastOpen, PACE_HOURS, shiftEnd } from '@/lib/clearance/forecast';
import { OPEN_STATUSES } from '@/lib/clearance/transitions';
import { CHANNELS, type Lane } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import { IS_OPEN } from './queue-conditions';
import { withinScope } from './scope';

/** Somebody who was seen within these minutes is on duty. */
export const SEEN_MINUTES = 30;

export type BoardLine = {
  readonly officeId: string;
  readonly officeName: string;
  readonly lane: Lane;
  readonly open: number;
  readonly free: number;
  readonly claimed: number;
  readonly putOff: number;
  readonly passedOn: number;
  readonly waiting: number;
  /** Time to act ends within this shift, or has ended. */
  readonly due: number;
  /** First receipt of the oldest, ISO. */
  readonly oldest: string | null;
  readonly came: number;
  readonly decided: number;
  readonly forecast: number;
  /** When the shift that runs in the office ends, ISO. */
  readonly shiftEnd: string;
};
export type OfficeBreaches = {
  readonly officeId: string;
  readonly officeName: string;
  readonly open: number;
  readonly causes: Readonly<Record<BreachCause, number>>;
};
export type Board = {
  readonly at: string;
  readonly targetMinutes: Policy['releaseTargetMinutes'];
  readonly lines: readonly BoardLine[];
  readonly officersOnDuty: Readonly<Record<string, number>>;
  readonly breaches: readonly OfficeBreaches[];
};

const holds = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;

/** The day by office and lane: what is open, in which hands, at what pace it goes, and why something is past the release-time target. */
export async function boardOfDay(actor: Actor, at = new Date()): Promise<Board> {
  authorise(actor, 'clearance.supervise');
  const { releaseTargetMinutes, shiftEnds } = await policyInForce(db(), dayOf(at));
  const ends = new Map(actor.officeIds.map((id) => [id, shiftEnd(shiftEnds, id, at)]));
  const [named, open, came, decided, duty, breaches] = await Promise.all([
    db()
      .select({ id: offices.id, name: offices.name })
      .from(offices)
      .where(inArray(offices.id, [...actor.officeIds])),
    openByLane(actor, ends),
    cameByLane(actor, at),
    decidedByLane(actor, at),
    onDuty(actor, at),
    breachesByCause(actor, pastTarget(releaseTargetMinutes, sql`${at.toISOString()}::timestamptz`)),
  ]);
  const nameOf = (id: string) => named.find((office) => office.id === id)?.name ?? id;
  const of = (rows: readonly { officeId: string; lane: Lane; count: number }[], officeId: string, lane: Lane) =>
    rows.find((row) => row.officeId === officeId && row.lane === lane)?.count ?? 0;
  const lines = open.map(({ oldest, ...row }) => {
    const pace = {
      open: row.open,
      came: of(came, row.officeId, row.lane),
      decided: of(decided, row.officeId, row.lane),
    };
    const end = ends.get(row.officeId) ?? at;
    const told = { officeName: nameOf(row.officeId), oldest: oldest?.toISOString() ?? null };
    return { ...row, ...pace, ...told, forecast: forecastOpen(pace, at, end), shiftEnd: end.toISOString() };
  });
  return {
    at: at.toISOString(),
    targetMinutes: releaseTargetMinutes,
    lines,
    officersOnDuty: Object.fromEntries(duty.map(({ officeId, count }) => [officeId ?? '', count])),
    breaches: breachLines(breaches, nameOf),
  };
}

/** Whether a consignment took longer, from receipt to an instant, than its channel has for it. */
function pastTarget(targets: Policy['releaseTargetMinutes'], until: SQL): SQL {
  const minutes = sql.join(
    CHANNELS.map((channel) => sql`when ${channel} then ${targets[channel]}::int`),
    sql` `,
  );
  return sql`received_at + make_interval(mins => case channel ${minutes} end) < ${until}`;
}

function openByLane(actor: Actor, ends: ReadonlyMap<string, Date>) {
  const endOf = sql.join(
    [...ends].map(([id, end]) => sql`when ${id} then ${end.toISOString()}::timestamptz`),
    sql` `,
  );
  const isDue = ends.size === 0 ? sql`false` : sql`act_by_at <= case office_id ${endOf} end`;
  return db()
    .select({
      officeId: clearances.officeId,
      lane: clearances.laneEffective,
      open: holds(sql`true`),
      free: holds(sql`status = 'selected' and claimed_by is null and open_referrals = 0 and snoozed_until is null`),
      claimed: holds(sql`claimed_by is not null`),
      putOff: holds(sql`snoozed_until is not null`),
      passedOn: holds(sql`skipped_by is not null`),
      waiting: holds(sql`open_referrals > 0`),
      due: holds(isDue),
      oldest: min(clearances.receivedAt),
    })
    .from(clearances)
    .where(and(IS_OPEN, withinScope(actor)))
    .groupBy(clearances.officeId, clearances.laneEffective)
    .orderBy(asc(clearances.officeId), sql`array_position(array['red','yellow','blue','green'], lane_effective)`);
}

/** What came to officers: received within the pace, and not released by its lane. */
function cameByLane(actor: Actor, at: Date) {
  const since = new Date(at.getTime() - PACE_HOURS * 3_600_000);
  return db()
    .select({ officeId: clearances.officeId, lane: clearances.laneEffective, count: holds(sql`true`) })
    .from(clearances)
    .where(
      and(
        gte(clearances.receivedOn, dayOf(since)),
        gt(clearances.receivedAt, since),
        sql`not (status in ('awaiting_payment', 'released', 'withdrawn') and decided_by is null)`,
        withinScope(actor),
      ),
    )
    .groupBy(clearances.officeId, clearances.laneEffective);
}

function decidedByLane(actor: Actor, at: Date) {
  return db()
    .select({ officeId: clearances.officeId, lane: clearances.laneEffective, count: holds(sql`true`) })
    .from(clearances)
    .where(
      and(
        isNotNull(clearances.decidedBy),
        gt(clearances.decidedAt, new Date(at.getTime() - PACE_HOURS * 3_600_000)),
        notInArray(clearances.status, ['withdrawn', ...OPEN_STATUSES]),
        withinScope(actor),
      ),
    )
    .groupBy(clearances.officeId, clearances.laneEffective);
}

function onDuty(actor: Actor, at: Date) {
  return db()
    .select({ officeId: sessions.officeId, count: countDistinct(sessions.userId) })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        inArray(sessions.officeId, [...actor.officeIds]),
        inArray(users.role, ['officer', 'supervisor']),
        isNull(users.disabledAt),
        isNull(sessions.revokedAt),
        gt(sessions.lastSeenAt, new Date(at.getTime() - SEEN_MINUTES * 60_000)),
      ),
    )
    .groupBy(sessions.officeId);
}

function breachesByCause(actor: Actor, isPast: SQL) {
  const cause = sql<BreachCause>`case
    when open_referrals > 0 then 'partner'
    when open_holds > 0 then 'hold'
    when status = 'examination' then 'examination'
    when status = 'awaiting_second' then 'second'
    when snoozed_until is not null then 'put_off'
    when claimed_by is not null then 'claimed'
    when skipped_by is not null then 'passed_on'
    else 'nobody' end`;
  return db()
    .select({ officeId: clearances.officeId, cause, count: holds(sql`true`) })
    .from(clearances)
    .where(and(IS_OPEN, isPast, withinScope(actor)))
    .groupBy(clearances.officeId, cause)
    .orderBy(asc(clearances.officeId));
}

function breachLines(
  rows: Awaited<ReturnType<typeof breachesByCause>>,
  nameOf: (officeId: string) => string,
): OfficeBreaches[] {
  return [...new Set(rows.map(({ officeId }) => officeId))].map((officeId) => {
    const own = rows.filter((row) => row.officeId === officeId);
    const causes = Object.fromEntries(
      BREACH_CAUSES.map((cause) => [cause, own.find((row) => row.cause === cause)?.count ?? 0]),
    ) as Record<BreachCause, number>;
    return { officeId, officeName: nameOf(officeId), open: own.reduce((sum, row) => sum + row.count, 0), causes };
  });
}
