import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { db, type Tx } from '@/db/connection';
import { trainingRuns } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { ATTEMPTS_MAX, OPEN_TRAININGS, type TrainingPhase } from '@/lib/risk/model/life-cycle';

export type ClaimedTraining = typeof trainingRuns.$inferSelect;

/**
 * Takes up the open training: one that waits, or one whose worker ended in the midst, for whoever holds the lock of the job is the
 * only one. What ended its worker several times is given up. Null where there is nothing to do.
 */
export async function claimTraining(actor: Actor, at = new Date()): Promise<ClaimedTraining | null> {
  authorise(actor, 'model.work');
  return inTransaction(async (tx) => {
    const [open] = await tx
      .select()
      .from(trainingRuns)
      .where(inArray(trainingRuns.state, [...OPEN_TRAININGS]));
    if (!open) return null;
    if (open.attempts >= ATTEMPTS_MAX) {
      await failWithin(tx, actor, open, at);
      return null;
    }
    const [claimed] = await tx
      .update(trainingRuns)
      .set({ state: 'running', attempts: open.attempts + 1, startedAt: at, phase: null, done: 0, total: 0 })
      .where(
        and(
          eq(trainingRuns.id, open.id),
          eq(trainingRuns.attempts, open.attempts),
          inArray(trainingRuns.state, [...OPEN_TRAININGS]),
        ),
      )
      .returning();
    return claimed ?? null;
  });
}

export type Progress = { readonly phase: TrainingPhase; readonly done: number; readonly total: number };

/** Notes how far a training has come. False when it is no longer this worker's: cancelled, or begun again elsewhere. */
export async function noteProgress(actor: Actor, run: ClaimedTraining, progress: Progress): Promise<boolean> {
  authorise(actor, 'model.work');
  const noted = await db().update(trainingRuns).set(progress).where(isHeld(run)).returning({ id: trainingRuns.id });
  return noted.length > 0;
}

/** Puts a training back to wait whose worker is asked to stop: a restart is no attempt that failed. */
export async function putBackTraining(actor: Actor, run: ClaimedTraining): Promise<void> {
  authorise(actor, 'model.work');
  await db()
    .update(trainingRuns)
    .set({ state: 'queued', attempts: run.attempts - 1, startedAt: null, phase: null, done: 0, total: 0 })
    .where(isHeld(run));
}

/** Ends a training that cannot be done, with the reason in the log of the worker. */
export async function failTraining(actor: Actor, run: ClaimedTraining, at = new Date()): Promise<void> {
  authorise(actor, 'model.work');
  await inTransaction((tx) => failWithin(tx, actor, run, at));
}

/** The condition that a training is still this worker's. */
export const isHeld = (run: ClaimedTraining) =>
  and(
    eq(trainingRuns.id, run.id),
    eq(trainingRuns.attempts, run.attempts),
    sql`${trainingRuns.state} in ('queued', 'running')`,
  );

async function failWithin(tx: Tx, actor: Actor, run: ClaimedTraining, at: Date): Promise<void> {
  const ended = await tx
    .update(trainingRuns)
    .set({ state: 'failed', endedAt: at })
    .where(isHeld(run))
    .returning({ id: trainingRuns.id });
  if (ended.length === 0) return;
  await writeAudit(
    tx,
    actor,
    {
      action: 'model.fail_training',
      subjectType: 'model',
      subjectId: run.id,
      officeId: null,
      details: { attempts: run.attempts },
    },
    at,
  );
}
