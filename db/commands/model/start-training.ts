import 'server-only';
import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { trainingRuns } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { START_TRAINING_INPUT } from '@/lib/risk/model/inputs';
import { OPEN_TRAININGS } from '@/lib/risk/model/life-cycle';

/** The same draws for every training: what differs between two versions is what was found in between. */
const SEED = 1;

/** Asks for a model to be trained on all results recorded until now. @throws RefusedError `model.training` while one is trained */
export async function startTraining(
  actor: Actor,
  input: z.input<typeof START_TRAINING_INPUT>,
  at = new Date(),
): Promise<{ runId: string }> {
  authorise(actor, 'model.train');
  const { objective } = parseInput(START_TRAINING_INPUT, input);
  const runId = randomUUID();
  return inTransaction(async (tx) => {
    const open = await tx
      .select({ id: trainingRuns.id })
      .from(trainingRuns)
      .where(inArray(trainingRuns.state, [...OPEN_TRAININGS]));
    if (open.length > 0) throw refuse('model.training');
    const queued = await tx
      .insert(trainingRuns)
      .values({
        id: runId,
        objective,
        seed: SEED,
        requestedBy: actor.id,
        requestedByName: actor.name,
        requestedAt: at,
        state: 'queued',
      })
      .onConflictDoNothing()
      .returning({ id: trainingRuns.id });
    if (queued.length === 0) throw refuse('model.training');
    await writeAudit(
      tx,
      actor,
      { action: 'model.train', subjectType: 'model', subjectId: runId, officeId: null, details: { objective } },
      at,
    );
    return { runId };
  });
}
