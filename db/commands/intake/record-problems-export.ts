import 'server-only';
import { writeAudit } from '@/db/audit';
import { countRefused, getSubmission } from '@/db/queries/intake/get-submission';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Notes that refused rows leave the house as they were sent, persons and all, before the first of them does. @throws NotFoundError */
export async function recordProblemsExport(actor: Actor, submissionId: string, at = new Date()): Promise<void> {
  authorise(actor, 'intake.read');
  await getSubmission(actor, submissionId);
  const quarantined = await countRefused(actor, submissionId);
  await inTransaction((tx) =>
    writeAudit(
      tx,
      actor,
      {
        action: 'intake.export_problems',
        subjectType: 'submission',
        subjectId: submissionId,
        details: { quarantined },
      },
      at,
    ),
  );
}
