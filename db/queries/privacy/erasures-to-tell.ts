import 'server-only';
import { asc, eq, isNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { attachments, erasureBatches, erasures, quarantinedRecords, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type ErasureLine, recordId } from '@/lib/privacy/erasure-log';

type Batch = typeof erasureBatches.$inferSelect;

/** The oldest batches that the log beside the database does not tell of yet, with the ids of what was erased. */
export async function erasuresToTell(actor: Actor, most: number): Promise<readonly ErasureLine[]> {
  authorise(actor, 'privacy.erase');
  const batches = await db()
    .select()
    .from(erasureBatches)
    .where(isNull(erasureBatches.toldAt))
    .orderBy(asc(erasureBatches.erasedAt))
    .limit(most);
  const lines: ErasureLine[] = [];
  for (const batch of batches) {
    const { batchId, kind, policyVersion } = batch;
    lines.push({ batchId, kind, policyVersion, erasedAt: batch.erasedAt.toISOString(), ids: await idsOf(batch) });
  }
  return lines;
}

/** Every row carries the instant of its batch, to the millisecond. */
async function idsOf({ batchId, kind, erasedAt }: Batch): Promise<string[]> {
  switch (kind) {
    case 'consignments': {
      const { consignmentId } = erasures;
      const rows = await db().select({ id: consignmentId }).from(erasures).where(eq(erasures.batchId, batchId));
      return rows.map(({ id }) => id);
    }
    case 'attachments': {
      const { attachmentId } = attachments;
      const rows = await db().select({ id: attachmentId }).from(attachments).where(eq(attachments.erasedAt, erasedAt));
      return rows.map(({ id }) => id);
    }
    case 'submissions': {
      const rows = await db()
        .select({ id: submissions.id })
        .from(submissions)
        .where(eq(submissions.bytesErasedAt, erasedAt));
      return rows.map(({ id }) => id);
    }
    case 'refused_records': {
      const { submissionId, recordNumber } = quarantinedRecords;
      const rows = await db()
        .select({ submissionId, recordNumber })
        .from(quarantinedRecords)
        .where(eq(quarantinedRecords.erasedAt, erasedAt));
      return rows.map((row) => recordId(row.submissionId, row.recordNumber));
    }
    // Nothing a backup brings back of these is told by its id: the next round finds it.
    case 'histories':
    case 'trainings':
      return [];
  }
}
