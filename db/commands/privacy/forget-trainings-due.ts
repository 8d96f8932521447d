import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { attemptAnswers, courseAttempts, courses } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { noteBatch } from './note-batch';

/** Ways through courses taken away in one transaction, each with its few dozen answers. */
const ATTEMPTS_A_BATCH = 500;

/**
 * Takes away ways of people through courses whose period is over, with what they answered and how it was marked. It counts from the day the
 * way was finished, or else the course was closed or due. Courses and their cases stay: they name nobody who learnt.
 * One transaction, one audit row; gives how many went, the last of them none.
 */
export async function forgetTrainingsDue(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'privacy.erase');
  const policy = await policyInForce(db(), dayOf(at));
  const period = policy.retention.get('trainings');
  if (!period) return 0;
  const before = addDays(dayOf(at), -period.days);
  // Most rounds find nothing.
  if ((await attemptsDue(db(), before, 1)).length === 0) return 0;
  return inTransaction(async (tx) => {
    const ids = await attemptsDue(tx, before, ATTEMPTS_A_BATCH);
    if (ids.length === 0) return 0;
    const gone = await tx
      .delete(courseAttempts)
      .where(inArray(courseAttempts.id, ids))
      .returning({ id: courseAttempts.id });
    // Of two rounds at once the slower finds that they are gone.
    if (gone.length === 0) return 0;
    const own = gone.map(({ id }) => id);
    await tx.delete(attemptAnswers).where(inArray(attemptAnswers.attemptId, own));
    await noteBatch(tx, actor, { kind: 'trainings', erased: own.length, policyVersion: policy.version }, at);
    return own.length;
  });
}

async function attemptsDue(from: Executor, before: string, most: number): Promise<string[]> {
  const { rows } = await from.execute<{ id: string }>(sql`
    select a.id from ${courseAttempts} a join ${courses} c on c.id = a.course_id
     where coalesce(a.finished_at, c.closed_at, c.due_on::timestamptz) < ${before}::date limit ${most}`);
  return rows.map(({ id }) => id);
}
