import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { openedBatches } from '@/db/queries/clearance/opened-batches';
import { amongRows, withinScope } from '@/db/queries/clearance/scope';
import { clearances, togetherBatches } from '@/db/schema';
import type { AuditAction } from '@/lib/audit/actions';
import { type BatchRow, decideBatch } from '@/lib/clearance/batch';
import type { TogetherSum } from '@/lib/clearance/decide-together';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { accept } from './open-change';

export type Batch = typeof togetherBatches.$inferSelect;
export type Wish = { readonly ground: string; readonly note: string | null };
type Seen = { readonly consignmentId: string; readonly rowVersion: number };
type Found = BatchRow & { readonly officeId: string };

/** What of the rows exists for the actor, in their order, each with the version that was seen of it; and the one office they are of. */
export async function rowsOfBatch(
  tx: Tx,
  actor: Actor,
  seen: readonly Seen[],
): Promise<{ readonly officeId: string; readonly rows: BatchRow[] } | null> {
  const { consignmentId, reference, score, valueMinor, officeId } = clearances;
  const found = await tx
    .select({ consignmentId, reference, score, valueMinor, officeId })
    .from(clearances)
    .where(and(amongRows(seen), withinScope(actor)));
  const byId = new Map(found.map((row) => [row.consignmentId, row]));
  const rows = seen.flatMap(({ consignmentId: id, rowVersion }): Found[] => {
    const row = byId.get(id);
    return row ? [{ ...row, rowVersion, valueMinor: row.valueMinor.toString() }] : [];
  });
  const [first] = rows;
  if (!first) return null;
  if (rows.some((row) => row.officeId !== first.officeId)) throw refuse('batch.offices_differ');
  return { officeId: first.officeId, rows: rows.map(({ officeId: _office, ...row }) => row) };
}

/** How many they are and what they are worth. */
export function sumOfRows(rows: readonly BatchRow[]): TogetherSum {
  return { count: rows.length, valueMinor: rows.reduce((sum, row) => sum + BigInt(row.valueMinor), 0n) };
}

/** Keeps what is released or proposed together, with its audit row. */
export async function writeBatch(
  tx: Tx,
  actor: Actor,
  batch: Pick<Batch, 'officeId' | 'rows' | 'excluded'> & { readonly state: 'released' | 'proposed' },
  { ground, note }: Wish,
  at: Date,
): Promise<string> {
  const { officeId, rows, excluded, state } = batch;
  const batchId = randomUUID();
  const { count, valueMinor } = sumOfRows(rows);
  const scoreHighest = Math.max(...rows.map(({ score }) => score));
  await tx.insert(togetherBatches).values({
    batchId,
    ...batch,
    ground,
    note,
    valueMinor,
    scoreHighest,
    proposedBy: actor.id,
    proposedByName: actor.name,
    proposedAt: at,
  });
  await writeAudit(
    tx,
    actor,
    {
      action: state === 'proposed' ? 'clearance.propose_together' : 'clearance.release_together',
      subjectType: 'office',
      subjectId: officeId,
      officeId,
      details: {
        batchId,
        ground,
        consignments: count,
        valueMinor: valueMinor.toString(),
        scoreHighest,
        leftOut: excluded.length,
      },
      reason: note,
    },
    at,
  );
  return batchId;
}

/** The batch within the actor's offices, locked until the end of the transaction: of two who settle it the second reads what the first did. */
async function lockBatch(tx: Tx, actor: Actor, batchId: string): Promise<Batch> {
  const [batch] = await tx
    .select()
    .from(togetherBatches)
    .where(and(eq(togetherBatches.batchId, batchId), inArray(togetherBatches.officeId, [...actor.officeIds])))
    .for('update');
  if (!batch) throw new NotFoundError('batch');
  return batch;
}

const VERDICTS = {
  confirm: { state: 'confirmed', audit: 'clearance.confirm_together' },
  reject: { state: 'rejected', audit: 'clearance.reject_together' },
  withdraw: { state: 'withdrawn', audit: 'clearance.withdraw_together' },
} as const satisfies Record<string, { state: Batch['state']; audit: AuditAction }>;

/** Settles a proposal, once. One confirmed by the same person before is given as it stands. @throws NotFoundError, RefusedError `batch.*` */
export async function settleBatch(
  tx: Tx,
  actor: Actor,
  act: keyof typeof VERDICTS,
  { batchId, note }: { readonly batchId: string; readonly note: string | null },
  at: Date,
): Promise<Batch> {
  const batch = await lockBatch(tx, actor, batchId);
  const isOpened = (await openedBatches(tx, actor, [batchId])).has(batchId);
  accept(decideBatch(act, { ...batch, isOpened }, actor.id));
  if (batch.state !== 'proposed') return batch;
  const { state, audit } = VERDICTS[act];
  const settled = { state, settledBy: actor.id, settledByName: actor.name, settledAt: at, settledNote: note };
  await tx
    .update(togetherBatches)
    .set(settled)
    .where(and(eq(togetherBatches.batchId, batchId), eq(togetherBatches.state, 'proposed')));
  const { officeId } = batch;
  await writeAudit(
    tx,
    actor,
    {
      action: audit,
      subjectType: 'office',
      subjectId: officeId,
      officeId,
      details: { batchId, consignments: batch.rows.length, valueMinor: batch.valueMinor.toString() },
      reason: note,
    },
    at,
  );
  return { ...batch, ...settled };
}
