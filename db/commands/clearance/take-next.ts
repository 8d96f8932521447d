import 'server-only';
import { and, asc, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { db, type Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { TAKE_NEXT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { urgentUntil } from '@/lib/clearance/urgency';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import type { Random } from '@/lib/kernel/prng';
import type { ClearanceRow } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, changedOf, holderColumns } from './change/write-change';

/** Rows looked at after a lost race, more with each: fifty officers who press at once spread over them. */
const WINDOW = 16;
const ATTEMPTS = 40;

/**
 * Claims the most urgent free consignment of the office: least time left to act, then highest score; of those as urgent as the
 * first (late, within the hour, later) one whose answer the actor asked for goes before it. Null when none is free.
 * One conditional update decides each race; a loser tries another row near the front. @throws RefusedError `claim.busy`
 */
export async function takeNext(
  actor: Actor,
  input: z.input<typeof TAKE_NEXT_INPUT> = {},
  at = new Date(),
  random: Random = Math.random,
): Promise<Changed | null> {
  authorise(actor, 'clearance.claim');
  const wish = parseInput(TAKE_NEXT_INPUT, input);
  const officeId = wish.officeId ?? actor.officeId ?? actor.officeIds[0];
  if (!officeId || !actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  const isFree = and(
    eq(clearances.officeId, officeId),
    eq(clearances.status, 'selected'),
    isNull(clearances.claimedBy),
    eq(clearances.openReferrals, 0),
  );
  const candidates = and(isFree, wish.lane.length > 0 ? inArray(clearances.laneEffective, wish.lane) : undefined);
  const { leaseMinutes } = await policyInForce(db(), dayOf(at));
  const claim = { ...holderColumns(actor, at, leaseMinutes), isReturned: false };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // A transaction of its own for each: a lost race leaves its row locked, and who holds one row must not wait for another.
    const answer = await inTransaction(async (tx) => {
      const front = await frontOf(tx, candidates, attempt === 0 ? 1 : WINDOW * Math.min(attempt, 4));
      const own = attempt === 0 ? await answeredOf(tx, candidates, actor.id, front[0], at) : undefined;
      const chosen = own ?? front[Math.floor(random() * front.length)];
      if (!chosen) return 'none_free';
      const row = await claimRow(tx, chosen, isFree, claim);
      if (!row) return 'lost';
      await recordEvent(tx, actor, row, 'claimed', { claimNumber: row.claimNumber }, at);
      await writeAudit(
        tx,
        actor,
        {
          action: 'clearance.claim',
          subjectType: 'consignment',
          subjectId: row.consignmentId,
          officeId,
          details: { claimNumber: row.claimNumber },
        },
        at,
      );
      return changedOf(row);
    });
    if (answer === 'none_free') return null;
    if (answer !== 'lost') return answer;
  }
  throw refuse('claim.busy');
}

type Key = Pick<ClearanceRow, 'consignmentId' | 'receivedOn'>;
type Front = Key & Pick<ClearanceRow, 'actByAt'>;
const FRONT = {
  consignmentId: clearances.consignmentId,
  receivedOn: clearances.receivedOn,
  actByAt: clearances.actByAt,
};
const ORDER = [asc(clearances.actByAt), desc(clearances.score), asc(clearances.consignmentId)];

/** The first candidates in the order of work. */
function frontOf(tx: Tx, candidates: SQL | undefined, most: number): Promise<Front[]> {
  return tx
    .select(FRONT)
    .from(clearances)
    .where(candidates)
    .orderBy(...ORDER)
    .limit(most);
}

/** The first candidate, no less urgent than the front, of which a question of the actor was answered; by the small index of answers. */
async function answeredOf(
  tx: Tx,
  candidates: SQL | undefined,
  actorId: string,
  front: Front | undefined,
  at: Date,
): Promise<Front | undefined> {
  if (!front) return undefined;
  const until = urgentUntil(front.actByAt, at);
  const [own] = await tx
    .select(FRONT)
    .from(clearances)
    .where(and(answeredTo(actorId), candidates, until ? lt(clearances.actByAt, until) : undefined))
    .orderBy(...ORDER)
    .limit(1);
  return own;
}

/** Whether it is the actor who asked what was answered, or one of those who did. */
const answeredTo = (actorId: string): SQL =>
  sql`(${clearances.answeredFor} = ${actorId} or ${clearances.answeredAlsoFor} @> array[${actorId}]::uuid[])`;

/**
 * Claims a row if it is still free when it is ours to write; undefined otherwise. It is named by its whole key, so that the
 * update goes to one partition, and on a distributed database to one shard.
 */
async function claimRow(
  tx: Tx,
  { consignmentId, receivedOn }: Key,
  isFree: SQL | undefined,
  claim: Partial<ClearanceRow>,
): Promise<ClearanceRow | undefined> {
  const [taken] = await tx
    .update(clearances)
    .set({
      ...claim,
      claimNumber: sql`${clearances.claimNumber} + 1`,
      rowVersion: sql`${clearances.rowVersion} + 1`,
    })
    .where(and(eq(clearances.consignmentId, consignmentId), eq(clearances.receivedOn, receivedOn), isFree))
    .returning();
  return taken;
}
