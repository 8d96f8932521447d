import 'server-only';
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import { now } from '@/db/clock';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, offices, sessions, users } from '@/db/schema';
import { MOVES_MAX, type MoveCause, suggestMoves } from '@/lib/clearance/balance';
import { shiftEnd } from '@/lib/clearance/forecast';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { SEEN_MINUTES } from './board-of-day';
import { CLAIMS_MAX } from './list-claims';
import { IS_FREE, IS_OPEN, leavesByNoProposal, waitsForNoAgency } from './queue-conditions';

export type SuggestedMove = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly rowVersion: number;
  readonly officeId: string;
  readonly officeName: string;
  /** ISO. */
  readonly actByAt: string;
  /** Null while nobody has claimed it. */
  readonly fromName: string | null;
  readonly toUserId: string;
  readonly toName: string;
  readonly because: MoveCause;
};
type OnDuty = { readonly officeId: string | null; readonly userId: string; readonly name: string };

/** Moves that would spread the work of each of the actor's offices evenly over the officers on duty there, at most `MOVES_MAX` in all. */
export async function workBalance(actor: Actor, at = now()): Promise<readonly SuggestedMove[]> {
  authorise(actor, 'clearance.supervise');
  const [{ shiftEnds }, named, duty] = await Promise.all([
    policyInForce(db(), dayOf(at)),
    db()
      .select({ id: offices.id, name: offices.name })
      .from(offices)
      .where(inArray(offices.id, [...actor.officeIds]))
      .orderBy(asc(offices.name), asc(offices.id)),
    officersOnDuty(actor, at),
  ]);
  const moves = await Promise.all(
    named.map(async (office) => {
      const own = duty.filter(({ officeId }) => officeId === office.id);
      return own.length === 0 ? [] : movesOf(office, own, shiftEnd(shiftEnds, office.id, at), at);
    }),
  );
  return moves.flat().slice(0, MOVES_MAX);
}

async function movesOf(
  office: { readonly id: string; readonly name: string },
  duty: readonly OnDuty[],
  due: Date,
  at: Date,
): Promise<SuggestedMove[]> {
  const rows = (await workOf(office.id, due, at)).filter(({ status }) => nextStatus('claim', status).ok);
  const work = rows.map((row) => ({
    consignmentId: row.consignmentId,
    holderId: row.claimedBy,
    claimedMs: row.claimedAt?.getTime() ?? null,
    actByMs: row.actByAt.getTime(),
  }));
  const onDuty = duty.map(({ userId }) => userId);
  return suggestMoves(work, onDuty, due.getTime()).flatMap(({ consignmentId, toUserId, because }) => {
    const row = rows.find((one) => one.consignmentId === consignmentId);
    const to = duty.find(({ userId }) => userId === toUserId);
    if (!row || !to) return [];
    const { reference, rowVersion } = row;
    const told = { consignmentId, reference, rowVersion, officeId: office.id, officeName: office.name, because };
    return [{ ...told, actByAt: row.actByAt.toISOString(), fromName: row.claimedByName, toUserId, toName: to.name }];
  });
}

/** What is claimed in an office, and what is free and due and waits for no agency; of either the most urgent. */
async function workOf(officeId: string, due: Date, at: Date) {
  const { consignmentId, reference, rowVersion, status, claimedBy, claimedByName, claimedAt, actByAt } = clearances;
  const of = { consignmentId, reference, rowVersion, status, claimedBy, claimedByName, claimedAt, actByAt };
  const inOffice = eq(clearances.officeId, officeId);
  const [claimed, free] = await Promise.all([
    db()
      .select(of)
      .from(clearances)
      .where(and(inOffice, IS_OPEN, isNotNull(claimedBy)))
      .orderBy(asc(actByAt), asc(consignmentId))
      .limit(CLAIMS_MAX),
    db()
      .select(of)
      .from(clearances)
      .where(
        and(
          inOffice,
          IS_FREE,
          isNull(clearances.skippedBy),
          lte(actByAt, due),
          leavesByNoProposal(officeId),
          waitsForNoAgency(at),
        ),
      )
      .orderBy(asc(actByAt), asc(consignmentId))
      .limit(MOVES_MAX),
  ]);
  return [...claimed, ...free];
}

/** Officers who were seen lately in the office they work in, each once; supervisors are dealt nothing. */
function officersOnDuty(actor: Actor, at: Date): Promise<OnDuty[]> {
  return db()
    .selectDistinct({ officeId: sessions.officeId, userId: users.id, name: users.name })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        inArray(sessions.officeId, [...actor.officeIds]),
        eq(users.role, 'officer'),
        isNull(users.disabledAt),
        isNull(sessions.revokedAt),
        gt(sessions.lastSeenAt, new Date(at.getTime() - SEEN_MINUTES * 60_000)),
      ),
    )
    .orderBy(asc(users.name), asc(users.id));
}
