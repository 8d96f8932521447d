import 'server-only';
import { and, asc, eq, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { ONE_LOOK_MS, writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { LOOK_STANDS, openedSince } from '@/db/queries/second-look/conditions';
import { lookInHand, type TakenLook } from '@/db/queries/second-look/look-in-hand';
import { secondLooks } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { leaseUntil } from '@/lib/clearance/decide-claim';
import { TAKE_LOOK_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';

/** How many that wait are looked through for one the officer knows nothing of. */
const LOOKED_THROUGH = 50;

/**
 * Gives the officer what was drawn for a second look in an office, oldest first: never what the officer decided, acted on or has opened
 * since. From then on no query tells the officer of its decision. One at a time: who has one gets the same again. One conditional update
 * decides each race. Null where nothing waits. @throws NotFoundError for a foreign office
 */
export async function takeSecondLook(
  actor: Actor,
  input: z.input<typeof TAKE_LOOK_INPUT> = {},
  at = now(),
): Promise<TakenLook | null> {
  authorise(actor, 'clearance.second_look');
  const officeId = parseInput(TAKE_LOOK_INPUT, input).officeId ?? actor.officeId ?? actor.officeIds[0];
  if (!officeId || !actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  const own = await lookInHand(actor, at);
  if (own) return own;
  const { leaseMinutes } = await policyInForce(db(), dayOf(at));
  for (const one of await candidates(actor, officeId, at)) {
    const taken = await takeOne(actor, one, leaseUntil(at, leaseMinutes), at);
    if (taken) return taken;
  }
  return null;
}

async function candidates(actor: Actor, officeId: string, at: Date): Promise<readonly TakenLook[]> {
  const waiting = await db()
    .select({
      consignmentId: secondLooks.consignmentId,
      lookId: secondLooks.lookId,
      drawnAt: secondLooks.drawnAt,
    })
    .from(secondLooks)
    .where(
      and(
        eq(secondLooks.officeId, officeId),
        isFreeFor(actor, at),
        lte(secondLooks.drawnAt, at),
        LOOK_STANDS,
        sql`not exists (
          select 1 from clearance.events told
          where told.consignment_id = clearance.second_looks.consignment_id
            and told.received_on = clearance.second_looks.received_on and told.actor_id = ${actor.id})`,
      ),
    )
    .orderBy(asc(secondLooks.drawnAt), asc(secondLooks.lookId))
    .limit(LOOKED_THROUGH);
  const [oldest] = waiting;
  if (!oldest) return [];
  const ids = waiting.map(({ consignmentId }) => consignmentId);
  // A look soon after another leaves no row of its own: one from just before the decision may have been followed by one after it.
  const opened = await openedSince(db(), actor, ids, new Date(oldest.drawnAt.getTime() - ONE_LOOK_MS));
  return waiting.filter(({ consignmentId }) => !opened.has(consignmentId));
}

/** Unanswered, not the officer's own, and in nobody's hands; what somebody took and left is free again. */
const isFreeFor = (actor: Actor, at: Date) =>
  and(
    isNull(secondLooks.answeredAt),
    ne(secondLooks.firstBy, actor.id),
    or(isNull(secondLooks.takenBy), lt(secondLooks.takenUntil, at)),
  );

async function takeOne(
  actor: Actor,
  { consignmentId, lookId }: TakenLook,
  takenUntil: Date,
  at: Date,
): Promise<TakenLook | null> {
  return inTransaction(async (tx) => {
    const [taken] = await tx
      .update(secondLooks)
      .set({ takenBy: actor.id, takenAt: at, takenUntil })
      .where(and(eq(secondLooks.consignmentId, consignmentId), eq(secondLooks.lookId, lookId), isFreeFor(actor, at)))
      .returning({ officeId: secondLooks.officeId });
    if (!taken) return null;
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.take_look',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: taken.officeId,
        details: { lookId },
      },
      at,
    );
    return { consignmentId, lookId };
  });
}
