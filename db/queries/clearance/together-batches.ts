import 'server-only';
import { and, desc, eq, gt, inArray, or } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, decisions, togetherBatches } from '@/db/schema';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import type { BatchExclusion, BatchState } from '@/lib/clearance/batch';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { openedBatches } from './opened-batches';
import { amongRows, blindTo } from './scope';

type Row = typeof togetherBatches.$inferSelect;

/** What was released or proposed together, in one line. */
export type BatchLine = {
  readonly batchId: string;
  readonly officeId: string;
  readonly state: BatchState;
  readonly count: number;
  readonly value: Amount;
  readonly scoreHighest: number;
  readonly proposedByName: string;
  readonly proposedAt: string;
  readonly settledByName: string | null;
  readonly settledAt: string | null;
  readonly isOwn: boolean;
};

/**
 * Where one of them stands: left by the batch; left and taken back; as it was seen and still there; changed since it was seen, so that it
 * leaves no more by this batch.
 */
export const BATCH_ITEM_STATES = ['released', 'taken_back', 'there', 'changed'] as const;
export type BatchItem = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly score: number;
  readonly value: Amount;
  readonly state: (typeof BATCH_ITEM_STATES)[number];
};
export type BatchDetail = BatchLine & {
  /** Why; null to who may settle a proposal and has not opened it, so that the own view is formed of the goods alone. */
  readonly told: { readonly ground: string; readonly note: string | null } | null;
  readonly settledNote: string | null;
  readonly hasConfirmed: boolean;
  readonly items: readonly BatchItem[];
  readonly excluded: readonly BatchExclusion[];
};

/** How far back the list of what left together reaches. */
const LATELY_HOURS = 24;
const LINES_MAX = 20;

/** What waits for a second person in some offices of the actor and what left together lately, newest first. */
export async function listBatches(
  actor: Actor,
  officeIds: readonly string[],
  at = new Date(),
): Promise<readonly BatchLine[]> {
  authorise(actor, 'consignment.read');
  const own = officeIds.filter((id) => actor.officeIds.includes(id));
  const since = new Date(at.getTime() - LATELY_HOURS * 3_600_000);
  const [rows, policy] = await Promise.all([
    db()
      .select()
      .from(togetherBatches)
      .where(
        and(
          inArray(togetherBatches.officeId, own),
          or(eq(togetherBatches.state, 'proposed'), gt(togetherBatches.proposedAt, since)),
        ),
      )
      .orderBy(desc(eq(togetherBatches.state, 'proposed')), desc(togetherBatches.proposedAt))
      .limit(LINES_MAX),
    policyInForce(db(), dayOf(at)),
  ]);
  const amount = amountIn(policy.currency, policy.minorDigits);
  return rows.map((row) => lineOf(row, actor, amount));
}

/** One batch and where each of its consignments stands. @throws NotFoundError where it is of no office of the actor */
export async function getBatch(actor: Actor, batchId: string, at = new Date()): Promise<BatchDetail> {
  authorise(actor, 'consignment.read');
  const [batch] = await db()
    .select()
    .from(togetherBatches)
    .where(and(eq(togetherBatches.batchId, batchId), inArray(togetherBatches.officeId, [...actor.officeIds])));
  if (!batch) throw new NotFoundError('batch');
  const [policy, released, standing, blind, opened] = await Promise.all([
    policyInForce(db(), dayOf(at)),
    releasedBy(db(), batch),
    db()
      .select({ consignmentId: clearances.consignmentId, rowVersion: clearances.rowVersion })
      .from(clearances)
      .where(amongRows(batch.rows)),
    blindTo(db(), actor),
    openedBatches(db(), actor, [batchId]),
  ]);
  const amount = amountIn(policy.currency, policy.minorDigits);
  const isUnread =
    batch.state === 'proposed' &&
    batch.proposedBy !== actor.id &&
    can(actor, 'clearance.confirm') &&
    !opened.has(batchId);
  const versions = new Map(standing.map(({ consignmentId, rowVersion }) => [consignmentId, rowVersion]));
  const stateOf = ({ consignmentId, rowVersion }: Row['rows'][number]): BatchItem['state'] => {
    const left = released.get(consignmentId);
    if (left) return left === 'final' ? 'released' : 'taken_back';
    return versions.get(consignmentId) === rowVersion ? 'there' : 'changed';
  };
  return {
    ...lineOf(batch, actor, amount),
    told: isUnread ? null : { ground: batch.ground, note: batch.note },
    settledNote: batch.settledNote,
    hasConfirmed: batch.state === 'confirmed' && batch.settledBy === actor.id,
    items: batch.rows
      .filter(({ consignmentId }) => !blind.has(consignmentId))
      .map((row) => ({
        consignmentId: row.consignmentId,
        reference: row.reference,
        score: row.score,
        value: amount(BigInt(row.valueMinor)),
        state: stateOf(row),
      })),
    excluded: batch.excluded,
  };
}

function lineOf(row: Row, actor: Actor, amount: (minor: bigint) => Amount): BatchLine {
  const { batchId, officeId, state, rows, scoreHighest, proposedByName, settledByName } = row;
  return {
    batchId,
    officeId,
    state,
    count: rows.length,
    value: amount(row.valueMinor),
    scoreHighest,
    proposedByName,
    proposedAt: row.proposedAt.toISOString(),
    settledByName,
    settledAt: row.settledAt?.toISOString() ?? null,
    isOwn: row.proposedBy === actor.id,
  };
}

/** Which rows of a batch left by it, and whether that still stands. */
export async function releasedBy(
  from: Executor,
  { batchId, rows }: Pick<Row, 'batchId' | 'rows'>,
): Promise<ReadonlyMap<string, 'final' | 'undone'>> {
  const found = await from
    .select({ consignmentId: decisions.consignmentId, state: decisions.state })
    .from(decisions)
    .where(
      and(
        inArray(
          decisions.consignmentId,
          rows.map(({ consignmentId }) => consignmentId),
        ),
        eq(decisions.batchId, batchId),
      ),
    );
  return new Map(found.map(({ consignmentId, state }) => [consignmentId, state === 'undone' ? 'undone' : 'final']));
}
