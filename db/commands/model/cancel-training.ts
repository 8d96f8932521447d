import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { trainingRuns } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { CANCEL_TRAINING_INPUT } from '@/lib/risk/model/inputs';
import { OPEN_TRAININGS } from '@/lib/risk/model/life-cycle';

/** Ends a training that nobody needs any more; the worker lets go of it within seconds. @throws NotFoundError, RefusedError `model.training_over` */
export async function cancelTraining(
  actor: Actor,
  input: z.input<typeof CANCEL_TRAINING_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'model.train');
  const { runId } = parseInput(CANCEL_TRAINING_INPUT, input);
  await inTransaction(async (tx) => {
    const ended = await tx
      .update(trainingRuns)
      .set({ state: 'cancelled', endedAt: at })
      .where(and(eq(trainingRuns.id, runId), inArray(trainingRuns.state, [...OPEN_TRAININGS])))
      .returning({ id: trainingRuns.id });
    if (ended.length === 0) {
      const [known] = await tx.select({ id: trainingRuns.id }).from(trainingRuns).where(eq(trainingRuns.id, runId));
      throw known ? refuse('model.training_over') : new NotFoundError('training');
    }
    await writeAudit(
      tx,
      actor,
      { action: 'model.cancel_training', subjectType: 'model', subjectId: runId, officeId: null },
      at,
    );
  });
}
