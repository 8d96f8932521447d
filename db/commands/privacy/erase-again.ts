import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { isErased } from '@/db/queries/privacy/is-erased';
import type { Row } from '@/db/queries/privacy/keep-facts';
import { erasureBatches, erasures } from '@/db/schema';
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
import { touched } from './touched';

/**
 * Erases once more what a batch of the log of erasures had erased, where a restored backup brought it back: everything the batch names that
 * is there and came before it. A batch that the database knows is passed over. Gives how much went; days of histories go by the next round of their own.
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
    const taken = line.kind === 'consignments' ? await erased(tx, line) : [];
    const count = line.kind === 'consignments' ? taken.length : await others(tx, actor, line, at);
    if (count === 0) return 0;
    const batch = { kind: line.kind, erased: count, policyVersion: version, isRepeated: true };
    const batchId = await noteBatch(tx, actor, batch, at);
    if (taken.length > 0)
      await tx
        .insert(erasures)
        .values(taken.map(({ consignmentId, rowVersion }) => ({ consignmentId, batchId, rowVersion, erasedAt: at })));
    return count;
  });
}

/** Erases the consignments that are there and not erased as they stand, without those whose data came after the batch; gives their rows. */
async function erased(tx: Tx, { ids, erasedAt }: ErasureLine) {
  const { rows: back } = await tx.execute<Row>(sql`
    select c.consignment_id as "consignmentId", c.received_on::text as "receivedOn" from consignment.identities i
      join consignment.consignments c on c.consignment_id = i.consignment_id and c.received_on = i.received_on
     where i.consignment_id = any(${sql.param([...ids])}::uuid[]) and c.updated_at <= ${erasedAt}::timestamptz and not ${isErased('c')}`);
  if (back.length === 0) return [];
  const taken = await touched(tx, back);
  await eraseColumns(tx, taken);
  return taken;
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
