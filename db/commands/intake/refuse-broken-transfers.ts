import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import { writeAudits } from '@/db/audit';
import { submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

const CODE = 'submission.incomplete';
/** Older ones were looked at long ago. */
const LOOK_BACK = sql`statement_timestamp() - interval '30 days'`;
/** Transfers begun before they had a lease. */
const WITHOUT_LEASE = sql`${submissions.receivedAt} + interval '1 day'`;

/**
 * Refuses submissions whose bytes stopped coming because their server was killed: nobody else can tell. Their sender got no answer
 * and sends again; what arrived is kept. Gives how many there were.
 */
export async function refuseBrokenTransfers(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'intake.process');
  return inTransaction(async (tx) => {
    const broken = await tx
      .update(submissions)
      .set({
        status: 'refused',
        problems: [{ code: CODE, severity: 'error', pointer: '' }],
        finishedAt: at,
        leaseUntil: null,
      })
      .where(
        and(
          eq(submissions.status, 'receiving'),
          gt(submissions.receivedAt, LOOK_BACK),
          sql`coalesce(${submissions.leaseUntil}, ${WITHOUT_LEASE}) < ${at.toISOString()}::timestamptz`,
        ),
      )
      .returning({ id: submissions.id });
    await writeAudits(
      tx,
      actor,
      broken.map(({ id }) => ({
        action: 'intake.refuse',
        subjectType: 'submission',
        subjectId: id,
        details: { codes: [CODE] },
      })),
      at,
    );
    return broken.length;
  });
}
