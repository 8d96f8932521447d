import 'server-only';
import { and, eq, gt, inArray } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { decisions, togetherBatches } from '@/db/schema';
import { ALONE_HOURS, type TogetherSum } from '@/lib/clearance/decide-together';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

/** So long the releases of a batch may be under way; a consignment without a decision after that did not leave by it. */
const UNDER_WAY_MS = 60_000;

/** What the actor let leave together in an office without a second person lately. @throws NotFoundError of another office */
export async function getReleasedAlone(actor: Actor, officeId: string, at = new Date()): Promise<TogetherSum> {
  authorise(actor, 'consignment.read');
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  return releasedAlone(db(), actor, officeId, at);
}

/** The same for commands that have checked whose office it is. What was taken back does not count. */
export async function releasedAlone(from: Executor, actor: Actor, officeId: string, at: Date): Promise<TogetherSum> {
  const since = new Date(at.getTime() - ALONE_HOURS * 3_600_000);
  const own = await from
    .select({
      batchId: togetherBatches.batchId,
      rows: togetherBatches.rows,
      proposedAt: togetherBatches.proposedAt,
    })
    .from(togetherBatches)
    .where(
      and(
        eq(togetherBatches.officeId, officeId),
        gt(togetherBatches.proposedAt, since),
        eq(togetherBatches.proposedBy, actor.id),
        eq(togetherBatches.state, 'released'),
      ),
    );
  if (own.length === 0) return { count: 0, valueMinor: 0n };
  const consignmentIds = own.flatMap(({ rows }) => rows.map(({ consignmentId }) => consignmentId));
  const batchIds = own.map(({ batchId }) => batchId);
  const decided = await from
    .select({ consignmentId: decisions.consignmentId, batchId: decisions.batchId, state: decisions.state })
    .from(decisions)
    .where(and(inArray(decisions.consignmentId, consignmentIds), inArray(decisions.batchId, batchIds)));
  const states = new Map(decided.map(({ batchId, consignmentId, state }) => [`${batchId} ${consignmentId}`, state]));
  const left = own.flatMap(({ batchId, rows, proposedAt }) => {
    const isUnderWay = at.getTime() - proposedAt.getTime() < UNDER_WAY_MS;
    return rows.filter(({ consignmentId }) => {
      const state = states.get(`${batchId} ${consignmentId}`);
      return state === undefined ? isUnderWay : state === 'final';
    });
  });
  return { count: left.length, valueMinor: left.reduce((sum, { valueMinor }) => sum + BigInt(valueMinor), 0n) };
}
