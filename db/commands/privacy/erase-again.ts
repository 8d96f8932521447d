import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { erasureBatches, erasures, identities } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { type ErasureLine, recordOf } from '@/lib/privacy/erasure-log';
import { eraseAttachments } from './erase-attachments';
import { eraseColumns } from './erase-columns';
import { eraseRefused, eraseSubmissions } from './erase-submissions';
import { lockErasing } from './lock-erasing';
import { noteBatch } from './note-batch';

/**
 * Erases once more what a batch of the log of erasures had erased, where a restored backup brought it back: everything the batch names that
 * is there. A batch that the database knows is passed over. Gives how much went; days of histories go by the next round of their own.
 */
export async function eraseAgain(actor: Actor, line: ErasureLine, at = new Date()): Promise<number> {
  authorise(actor, 'privacy.erase');
  if (line.ids.length === 0) return 0;
  return inTransaction(async (tx) => {
    await lockErasing(tx, 'alone');
    const known = await tx
      .select()
      .from(erasureBatches)
      .where(inArray(erasureBatches.batchId, [line.batchId]));
    if (known.length > 0) return 0;
    const { version } = await policyInForce(tx, dayOf(at));
    const consignmentIds = line.kind === 'consignments' ? await erased(tx, line) : [];
    const count = line.kind === 'consignments' ? consignmentIds.length : await others(tx, actor, line, at);
    if (count === 0) return 0;
    const batch = { kind: line.kind, erased: count, policyVersion: version, isRepeated: true };
    const batchId = await noteBatch(tx, actor, batch, at);
    if (consignmentIds.length > 0)
      await tx
        .insert(erasures)
        .values(consignmentIds.map((consignmentId) => ({ consignmentId, batchId, erasedAt: at })));
    return count;
  });
}

/** Erases the consignments that are there and not erased; gives their ids. */
async function erased(tx: Tx, { ids }: ErasureLine): Promise<string[]> {
  const { consignmentId, receivedOn } = identities;
  const there = await tx
    .select({ consignmentId, receivedOn })
    .from(identities)
    .where(inArray(consignmentId, [...ids]));
  const before = await tx
    .select({ id: erasures.consignmentId })
    .from(erasures)
    .where(inArray(erasures.consignmentId, [...ids]));
  const gone = new Set(before.map(({ id }) => id));
  const back = there.filter((row) => !gone.has(row.consignmentId));
  if (back.length > 0) await eraseColumns(tx, back);
  return back.map((row) => row.consignmentId);
}

async function others(tx: Tx, actor: Actor, { kind, ids }: ErasureLine, at: Date): Promise<number> {
  if (kind === 'attachments') return eraseAttachments(tx, actor, ids, at);
  if (kind === 'submissions') return eraseSubmissions(tx, ids, at);
  if (kind === 'refused_records')
    return eraseRefused(
      tx,
      actor,
      ids.flatMap((id) => recordOf(id) ?? []),
      at,
    );
  return 0;
}
