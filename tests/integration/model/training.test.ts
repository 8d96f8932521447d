import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { cancelTraining } from '@/db/commands/model/cancel-training';
import { claimTraining, noteProgress } from '@/db/commands/model/claim-training';
import { finishTraining } from '@/db/commands/model/finish-training';
import { startTraining } from '@/db/commands/model/start-training';
import { db } from '@/db/connection';
import { trainModels } from '@/db/jobs/train-models';
import { auditLog, modelStandings, modelVersions, trainingRuns } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { placeResults, RESULTS_UNTIL } from '../../support/results';

useDatabase();
let desk: Desk;
const manager = someone('risk_manager', 'NLRTM');
const never = new AbortController().signal;
const start = () => startTraining(manager, { objective: 'chance' }, RESULTS_UNTIL);
const stateOf = async (runId: string) => (await db().select().from(trainingRuns).where(eq(trainingRuns.id, runId)))[0];
const versions = () => db().select().from(modelVersions).orderBy(desc(modelVersions.version));
const actionsOn = async (subjectId: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.subjectId, subjectId))).map(({ action }) => action);

beforeAll(async () => {
  desk = await aDesk();
});

describe('a training', () => {
  it('without results enough makes no model, and says what is wanting', async () => {
    const { runId } = await start();
    await trainModels(never);
    expect(await stateOf(runId)).toMatchObject({
      state: 'too_few',
      wanting: { results: 500, findings: 100, conform: 100 },
      modelVersion: null,
    });
    expect(await versions()).toEqual([]);
    expect((await actionsOn(runId)).sort()).toEqual(['model.too_few', 'model.train']);
  });
});

describe('a training with results enough', () => {
  beforeAll(() => placeResults(desk));

  it('learns from them in a thread of its own, and keeps a candidate with its card', async () => {
    const { runId } = await start();
    await trainModels(never);
    const run = await stateOf(runId);
    expect(run).toMatchObject({ state: 'finished', attempts: 1 });
    const [made] = await versions();
    expect(made).toMatchObject({ version: run?.modelVersion, kind: 'scorecard', trainedBy: manager.id, results: 576 });
    // 15 days of 48 results, the newest fifth held out.
    expect(made?.card.holdOut).toMatchObject({ results: 144, lastDay: '2026-11-01' });
    expect(made?.card.holdOut.auc?.area).toBeGreaterThan(0.75);
    expect(made?.card.calibratedOn.random).toBeLessThanOrEqual(made?.card.calibratedOn.results ?? 0);
    expect(made?.card.importance[0]?.reason).toBe('goods_history');
    const [standing] = await db().select().from(modelStandings);
    expect(standing?.state).toBe('candidate');
    expect(await actionsOn(String(made?.version))).toEqual(['model.trained']);
  });

  it('learns the same again from the same results and seed', async () => {
    await start();
    await trainModels(never);
    const [second, first] = await versions();
    expect(second?.version).toBe((first?.version ?? 0) + 1);
    expect(second?.artefactSha256).toBe(first?.artefactSha256);
    expect(second?.card).toEqual(first?.card);
  });

  it('that was cut off is done again from the beginning, and given up when that ends its worker thrice', async () => {
    const { runId } = await start();
    // What a killed worker leaves: a training that runs, and nobody who runs it.
    await claimTraining(SYSTEM_ACTOR);
    expect(await stateOf(runId)).toMatchObject({ state: 'running', attempts: 1 });
    await trainModels(AbortSignal.abort());
    // A worker that is asked to stop puts it back: however often it is restarted, that is no attempt that failed.
    expect(await stateOf(runId)).toMatchObject({ state: 'queued', attempts: 1, startedAt: null });
    await trainModels(never);
    expect(await stateOf(runId)).toMatchObject({ state: 'finished', attempts: 2 });

    const hopeless = await start();
    for (let attempt = 0; attempt < 3; attempt += 1) await claimTraining(SYSTEM_ACTOR);
    await trainModels(never);
    expect(await stateOf(hopeless.runId)).toMatchObject({ state: 'failed' });
    expect(await actionsOn(hopeless.runId)).toContain('model.fail_training');
  });

  it('that is cancelled makes nothing, and whoever worked at it lets go', async () => {
    const { runId } = await start();
    const [made] = await versions();
    if (!made) throw new Error('no version');
    const before = (await versions()).length;
    const held = await claimTraining(SYSTEM_ACTOR);
    await cancelTraining(manager, { runId });
    if (held?.id !== runId) throw new Error('nobody worked at it');
    expect(await noteProgress(SYSTEM_ACTOR, held, { phase: 'fitting', done: 1, total: 2 })).toBe(false);
    expect(await finishTraining(SYSTEM_ACTOR, held, made)).toBeNull();
    await trainModels(never);
    expect(await stateOf(runId)).toMatchObject({ state: 'cancelled' });
    expect(await versions()).toHaveLength(before);
    expect(await actionsOn(runId)).toContain('model.cancel_training');
    expect(await refusalOf(cancelTraining(manager, { runId }))).toEqual(['model.training_over']);
    await expect(cancelTraining(manager, { runId: manager.id })).rejects.toThrow(NotFoundError);
  });

  it('is one at a time, also when two ask at once', async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(start())).toEqual(['model.training']);
    const [open] = await db().select().from(trainingRuns).where(eq(trainingRuns.state, 'queued'));
    await cancelTraining(manager, { runId: open?.id ?? '' });
  });

  it('is refused to every role but the risk manager', async () => {
    for (const role of ROLES.filter((one) => one !== 'risk_manager')) {
      const actor = someone(role, 'NLRTM');
      await expect(startTraining(actor, { objective: 'chance' })).rejects.toThrow(ForbiddenError);
      await expect(cancelTraining(actor, { runId: actor.id })).rejects.toThrow(ForbiddenError);
    }
    await expect(claimTraining(manager)).rejects.toThrow(ForbiddenError);
  });
});
