import 'server-only';
import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { submissionsWithin } from '@/db/queries/intake/scope';
import { submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { RETRY_INPUT } from '@/lib/intake/retry-input';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

/**
 * Ends the pause of a submission that failed for a fault of ours: the worker takes it up at its next look. The clock is the
 * database's, as with the pause itself.
 * @throws NotFoundError, RefusedError `submission.retried` when somebody else asked first, `submission.goes_on` when nothing is to try
 */
export async function retrySubmission(
  actor: Actor,
  input: z.input<typeof RETRY_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'intake.retry');
  const { submissionId, faults } = RETRY_INPUT.parse(input);
  await inTransaction(async (tx) => {
    const own = and(eq(submissions.id, submissionId), submissionsWithin(actor));
    const [asked] = await tx
      .update(submissions)
      .set({ retryAt: sql`statement_timestamp()`, retryAskedBy: actor.name })
      .where(
        and(
          own,
          eq(submissions.faults, faults),
          isNull(submissions.retryAskedBy),
          gt(submissions.retryAt, sql`statement_timestamp()`),
          or(isNull(submissions.leaseUntil), lt(submissions.leaseUntil, sql`statement_timestamp()`)),
        ),
      )
      .returning({ id: submissions.id });
    if (!asked) {
      const [row] = await tx
        .select({ by: submissions.retryAskedBy, retryAt: submissions.retryAt })
        .from(submissions)
        .where(own);
      if (!row) throw new NotFoundError('submission');
      if (row.by && row.retryAt) throw refuse('submission.retried', { by: row.by, at: row.retryAt.toISOString() });
      throw refuse('submission.goes_on');
    }
    const subject = { subjectType: 'submission', subjectId: submissionId } as const;
    await writeAudit(tx, actor, { action: 'intake.retry', ...subject, details: { attempts: faults } }, at);
  });
}
