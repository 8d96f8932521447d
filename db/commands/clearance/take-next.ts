import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { db, type Tx } from '@/db/connection';
import { type BackRow, backFirst } from '@/db/queries/clearance/back-first';
import { IS_FREE, leavesByNoProposal, matching, waitsForNoAgency } from '@/db/queries/clearance/queue-conditions';
import { queueOrder } from '@/db/queries/clearance/queue-order';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { TAKE_NEXT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { parseQueueFilter } from '@/lib/clearance/queue-filter';
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
 * Claims the first free consignment of the office's queue as the officer narrowed it: least time left to act, then highest score; what
 * came back goes before what is as urgent (`backFirst`). Not one the officer passed on, nor one that waits for the answer of an agency,
 * nor one proposed to be released together, which a claim would take out of the proposal. Null when none is free.
 * One conditional update decides each race; a loser tries another row near the front. @throws RefusedError `claim.busy`
 */
export async function takeNext(
  actor: Actor,
  input: z.input<typeof TAKE_NEXT_INPUT> = {},
  at = now(),
  random: Random = Math.random,
): Promise<Changed | null> {
  authorise(actor, 'clearance.claim');
  const wish = parseInput(TAKE_NEXT_INPUT, input);
  const officeId = wish.officeId ?? actor.officeId ?? actor.officeIds[0];
  if (!officeId || !actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  const isFree = and(eq(clearances.officeId, officeId), IS_FREE);
  const filter = { ...parseQueueFilter(wish.query), officeId, ...(wish.lane.length > 0 ? { lane: wish.lane } : {}) };
  const candidates = and(
    matching(actor, filter),
    IS_FREE,
    notPassedOnBy(actor.id),
    leavesByNoProposal(officeId),
    waitsForNoAgency(at),
  );
  const { leaseMinutes } = await policyInForce(db(), dayOf(at));
  const claim = { ...holderColumns(actor, at, leaseMinutes), isReturned: false };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // A transaction of its own for each: a lost race leaves its row locked, and who holds one row must not wait for another.
    const answer = await inTransaction(async (tx) => {
      const front = await frontOf(tx, candidates, attempt === 0 ? 1 : WINDOW * Math.min(attempt, 4));
      const first = { actorId: actor.id, front: front[0]?.actByAt ?? null, at, most: 1 };
      const [back] = attempt === 0 ? await backFirst(tx, candidates, ORDER, first) : [];
      const chosen = back ?? front[Math.floor(random() * front.length)];
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

type Key = Pick<BackRow, 'consignmentId' | 'receivedOn'>;
const FRONT = {
  consignmentId: clearances.consignmentId,
  receivedOn: clearances.receivedOn,
  actByAt: clearances.actByAt,
};
const ORDER = queueOrder('new');

/** An officer gets nothing back that it passed on; null where nobody did. */
const notPassedOnBy = (actorId: string): SQL =>
  sql`(${clearances.skippedBy} is null or not ${clearances.skippedBy} @> array[${actorId}]::uuid[])`;

/** The first candidates in the order of work. */
function frontOf(tx: Tx, candidates: SQL | undefined, most: number): Promise<BackRow[]> {
  return tx
    .select(FRONT)
    .from(clearances)
    .where(candidates)
    .orderBy(...ORDER)
    .limit(most);
}

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
