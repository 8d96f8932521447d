import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { rawChunks, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { assignOffices, officeOfPartner } from './assign-offices';

type Source = typeof submissions.$inferSelect;

/**
 * Opens a submission of the same bytes, to be read by an edition of a layout: it takes the way of any other from here. A file that was
 * read by that edition before gives that submission.
 */
export async function readAgain(tx: Tx, actor: Actor, source: Source, layoutId: string, at: Date): Promise<string> {
  const [earlier] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.readsAgain, source.id),
        eq(submissions.layoutId, layoutId),
        ne(submissions.status, 'refused'),
        isNull(submissions.undoneAt),
      ),
    )
    .limit(1);
  if (earlier) return earlier.id;
  const submissionId = randomUUID();
  const { partnerId, format, contentType, fileName, sizeBytes, sha256 } = source;
  await tx.insert(submissions).values({
    id: submissionId,
    partnerId,
    format,
    contentType,
    fileName,
    status: 'stored',
    sizeBytes,
    sha256,
    receivedAt: at,
    receivedBy: actor.id,
    layoutId,
    readsAgain: source.id,
  });
  await assignOffices(tx, submissionId, [await officeOfPartner(tx, partnerId)]);
  await tx.execute(sql`
    insert into ${rawChunks} (submission_id, chunk_number, content)
    select ${submissionId}::uuid, chunk_number, content from ${rawChunks} where submission_id = ${source.id}`);
  await writeAudit(
    tx,
    actor,
    {
      action: 'intake.submit',
      subjectType: 'submission',
      subjectId: submissionId,
      details: { sha256, sizeBytes, format, layoutId, readsAgain: source.id },
    },
    at,
  );
  return submissionId;
}
