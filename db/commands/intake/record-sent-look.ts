import 'server-only';
import { recentLook, writeAudit } from '@/db/audit';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/**
 * Notes that somebody other than its sender looks at refused records as they were sent, persons and all, before they are shown.
 * @throws NotFoundError
 */
export async function recordSentLook(actor: Actor, submissionId: string, at = new Date()): Promise<void> {
  authorise(actor, 'intake.read');
  await getSubmission(actor, submissionId);
  if (actor.role === 'partner') return;
  const look = { action: 'intake.view_sent', subjectType: 'submission', subjectId: submissionId } as const;
  await inTransaction(async (tx) => {
    if (!(await recentLook(tx, actor, look, at))) await writeAudit(tx, actor, look, at);
  });
}
