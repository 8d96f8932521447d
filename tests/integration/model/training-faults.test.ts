import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTraining } from '@/db/commands/model/start-training';
import { db } from '@/db/connection';
import { trainModels } from '@/db/jobs/train-models';
import { auditLog, modelVersions, trainingRuns } from '@/db/schema';
import { aDesk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { placeResults, RESULTS_UNTIL } from '../../support/results';

const database = useDatabase();
const manager = someone('risk_manager', 'NLRTM');
const never = new AbortController().signal;
/** Who waits to read the results of examinations. */
const WAITING = `select pid from pg_locks where relation = 'clearance.examinations'::regclass and not granted`;

const start = () => startTraining(manager, { objective: 'chance' }, RESULTS_UNTIL);
const stateOf = async (runId: string) => (await db().select().from(trainingRuns).where(eq(trainingRuns.id, runId)))[0];
const sumOf = async (runId: string) =>
  (await db().select().from(modelVersions).where(eq(modelVersions.runId, runId)))[0]?.artefactSha256;
const hide = () => database.owner((client) => client.query('revoke select on clearance.examinations from luxor_app'));
const show = () => database.owner((client) => client.query('grant select on clearance.examinations to luxor_app'));

let faults: Record<string, unknown>[];
const train = () =>
  trainModels(never, undefined, (level, _event, fields) => {
    if (level === 'error') faults.push({ ...fields });
  });

/** Trains while the results are locked, and ends the connection that waits for them, as a restart of the database does. */
async function trainOverLostConnection(): Promise<void> {
  await database.owner(async (client) => {
    await client.query('begin; lock table clearance.examinations in access exclusive mode');
    const training = train();
    let ended = 0;
    while (ended === 0) {
      await sleep(50);
      const { rowCount } = await client.query(`select pg_terminate_backend(pid) from (${WAITING}) waiting`);
      ended = rowCount ?? 0;
    }
    await training;
    await client.query('rollback');
  });
}

describe('a training that faults', () => {
  let unbroken: string | undefined;

  beforeAll(async () => {
    await placeResults(await aDesk());
    const { runId } = await start();
    await trainModels(never);
    unbroken = await sumOf(runId);
    expect(unbroken).toBeDefined();
  });
  beforeEach(() => {
    faults = [];
  });

  it('is done again and makes the same model, also when the database ended its connection', async () => {
    const { runId } = await start();
    await trainOverLostConnection();
    expect(faults).toEqual([{ attempt: 1, message: expect.stringContaining('terminat') }]);
    // Still under way for whoever asked: nothing is lost, and nothing is made twice.
    expect(await stateOf(runId)).toMatchObject({ state: 'running', attempts: 1, endedAt: null });
    expect(await sumOf(runId)).toBeUndefined();
    await hide();
    await train();
    await show();
    expect(await stateOf(runId)).toMatchObject({ state: 'running', attempts: 2 });
    await train();
    expect(await stateOf(runId)).toMatchObject({ state: 'finished', attempts: 3 });
    expect(await sumOf(runId)).toBe(unbroken);
  });

  it('three times ends as failed, with an audit row, and the next one goes ahead', async () => {
    const { runId } = await start();
    await hide();
    for (let attempt = 1; attempt <= 3; attempt += 1) await train();
    await show();
    expect(faults.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(faults.at(-1)).toMatchObject({ message: expect.stringContaining('examinations') });
    expect(await stateOf(runId)).toMatchObject({ state: 'failed', attempts: 3, modelVersion: null });
    const rows = await db().select().from(auditLog).where(eq(auditLog.subjectId, runId));
    expect(rows.find(({ action }) => action === 'model.fail_training')?.details).toMatchObject({ attempts: 3 });
    // It is over: nobody takes it up a fourth time.
    await train();
    expect(await stateOf(runId)).toMatchObject({ state: 'failed', attempts: 3 });
    const { runId: next } = await start();
    await train();
    expect(await stateOf(next)).toMatchObject({ state: 'finished', attempts: 1 });
    expect(await sumOf(next)).toBe(unbroken);
  });
});
