import 'server-only';
import { asc, gt, inArray, isNotNull, max, min, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import {
  auditLog,
  checkedDays,
  clearances,
  countedDays,
  jobRuns,
  loginAttempts,
  submissions,
  unsealed,
  webhookDeliveries,
  workers,
} from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Standing, Waiting } from '@/lib/operation/heartbeat';

const count = sql<number>`count(*)::int`;
const QUARTER_MS = 15 * 60_000;

/** How the product is now: backlogs with the age of their oldest, workers and the last runs of their jobs. */
export async function standing(actor: Actor, at = new Date()): Promise<Standing> {
  authorise(actor, 'operation.watch');
  const [worker, jobs, waiting, unsealedNow, deliveries, queue, failed, differing, uncounted] = await Promise.all([
    db()
      .select({ beatAt: max(workers.beatAt) })
      .from(workers),
    db().select().from(jobRuns).orderBy(asc(jobRuns.job)),
    waitingIn(
      db()
        .select({ count, oldestAt: min(submissions.receivedAt) })
        .from(submissions)
        .where(inArray(submissions.status, ['stored', 'staging', 'processing'])),
    ),
    unsealedEntries(),
    waitingIn(
      db()
        .select({ count, oldestAt: min(webhookDeliveries.dueAt) })
        .from(webhookDeliveries)
        .where(sql`${webhookDeliveries.state} = 'waiting' and ${webhookDeliveries.dueAt} <= ${at}`),
    ),
    // The condition of an index of its own, as the queue has it.
    db()
      .select({ officeId: clearances.officeId, count, soonestAt: min(clearances.actByAt) })
      .from(clearances)
      .where(sql`status = 'selected' and claimed_by is null and open_referrals = 0 and snoozed_until is null`)
      .groupBy(clearances.officeId)
      .orderBy(asc(clearances.officeId)),
    db()
      .select({ count })
      .from(loginAttempts)
      .where(gt(loginAttempts.attemptedAt, new Date(at.getTime() - QUARTER_MS))),
    db().$count(checkedDays, gt(checkedDays.differences, 0)),
    db().$count(countedDays, isNotNull(countedDays.failedAt)),
  ]);
  return {
    workerBeatAt: worker[0]?.beatAt ?? null,
    jobs: jobs.map(({ process: _process, ...run }) => run),
    submissions: waiting,
    unsealed: unsealedNow,
    deliveries,
    queue,
    failedSignIns: failed[0]?.count ?? 0,
    days: { differing, uncounted },
  };
}

const waitingIn = async (rows: Promise<Waiting[]> | PromiseLike<Waiting[]>): Promise<Waiting> =>
  (await rows)[0] ?? { count: 0, oldestAt: null };

/** Ids of entries ascend as they are written, so the first id is the oldest entry. */
async function unsealedEntries(): Promise<Waiting> {
  const { rows } = await db().execute<{ count: number; oldest: Date | null }>(sql`
    select (select count(*)::int from ${unsealed}) as count,
      (select a.at from (select * from ${unsealed} order by audit_id limit 1) u
         join ${auditLog} a on a.id = u.audit_id and a.received_on = u.received_on) as oldest`);
  const [row] = rows;
  return { count: row?.count ?? 0, oldestAt: row?.oldest ? new Date(row.oldest) : null };
}
