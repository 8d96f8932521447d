import 'server-only';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { rawBytesOf } from '@/db/queries/intake/raw-bytes';
import { sentWithin } from '@/db/queries/intake/scope';
import { submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { IntakeFormat } from '@/lib/intake/staged-row';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

export type Sent = { readonly format: IntakeFormat; readonly bytes: AsyncGenerator<Uint8Array> };

/**
 * The bytes of a submission exactly as they were sent, with a note of who took them before the first of them leaves the house.
 * Auditors take only what is judged whole and belongs to no office but their own.
 * @throws NotFoundError; RefusedError `submission.bytes_erased` once nothing of it is kept any longer
 */
export async function downloadSent(actor: Actor, submissionId: string, at = new Date()): Promise<Sent> {
  authorise(actor, 'intake.download');
  if (!isUuid(submissionId)) throw new NotFoundError('submission');
  const format = await inTransaction(async (tx) => {
    const [found] = await tx
      .select({
        ...{ format: submissions.format, sizeBytes: submissions.sizeBytes, sha256: submissions.sha256 },
        bytesErasedAt: submissions.bytesErasedAt,
      })
      .from(submissions)
      .where(and(eq(submissions.id, submissionId), sentWithin(actor)));
    if (!found) throw new NotFoundError('submission');
    if (found.bytesErasedAt) throw refuse('submission.bytes_erased');
    const { sizeBytes, sha256 } = found;
    const subject = { subjectType: 'submission', subjectId: submissionId } as const;
    await writeAudit(tx, actor, { action: 'intake.download_sent', ...subject, details: { sizeBytes, sha256 } }, at);
    return found.format;
  });
  return { format, bytes: rawBytesOf(submissionId) };
}
