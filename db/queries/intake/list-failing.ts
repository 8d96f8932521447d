import 'server-only';
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partners, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { submissionsWithin } from './scope';

/** A submission that stands still for a fault of ours. */
export type FailingSubmission = {
  readonly submissionId: string;
  readonly partnerName: string;
  readonly fileName: string | null;
  readonly receivedAt: string;
  /** How often in a row it failed. */
  readonly faults: number;
  readonly retryAt: string;
  /** What failed last, in the words of the error; null where an older version did not keep them. */
  readonly fault: string | null;
  /** Who asked for it to be tried at once; null while it rests. */
  readonly retryAskedBy: string | null;
};

const SHOWN = 50;

/** Submissions that fail again and again for no fault of their records, the longest waiting first; at most fifty. */
export async function listFailing(actor: Actor): Promise<readonly FailingSubmission[]> {
  authorise(actor, 'intake.retry');
  const rows = await db()
    .select({ submission: submissions, partnerName: partners.name })
    .from(submissions)
    .innerJoin(partners, eq(partners.id, submissions.partnerId))
    .where(
      and(
        isNotNull(submissions.retryAt),
        inArray(submissions.status, ['stored', 'staging', 'processing']),
        submissionsWithin(actor),
      ),
    )
    .orderBy(asc(submissions.receivedAt))
    .limit(SHOWN);
  return rows.flatMap(({ submission, partnerName }) =>
    submission.retryAt === null
      ? []
      : [
          {
            submissionId: submission.id,
            partnerName,
            fileName: submission.fileName,
            receivedAt: submission.receivedAt.toISOString(),
            faults: submission.faults,
            retryAt: submission.retryAt.toISOString(),
            fault: submission.lastFault,
            retryAskedBy: submission.retryAskedBy,
          },
        ],
  );
}
