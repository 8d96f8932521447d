import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import { writeAudits } from '@/db/audit';
import { now } from '@/db/clock';
import { rawChunks, submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { brokenOffAfter } from '@/lib/intake/problem-codes';

/** Older ones were looked at long ago. */
const LOOK_BACK = sql`statement_timestamp() - interval '30 days'`;
/** Transfers begun before they had a lease. */
const WITHOUT_LEASE = sql`${submissions.receivedAt} + interval '1 day'`;

/**
 * Refuses submissions whose bytes stopped coming because their server was killed: nobody else can tell. Their sender got no answer
 * and sends again; what arrived is kept. Gives how many there were.
 */
export async function refuseBrokenTransfers(actor: Actor, at = now()): Promise<number> {
  authorise(actor, 'intake.process');
  return inTransaction(async (tx) => {
    // What the body would have been in all is not kept: only its server knew.
    const arrived = sql`(select coalesce(sum(length(content)), 0)::bigint from ${rawChunks} where submission_id = ${submissions.id})`;
    const { params, ...problem } = brokenOffAfter(0, null);
    const broken = await tx
      .update(submissions)
      .set({
        status: 'refused',
        problems: sql`jsonb_build_array(${JSON.stringify(problem)}::jsonb
          || jsonb_build_object('params', ${JSON.stringify(params)}::jsonb || jsonb_build_object('arrivedBytes', ${arrived})))`,
        sizeBytes: arrived,
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
        details: { codes: [problem.code] },
      })),
      at,
    );
    return broken.length;
  });
}
