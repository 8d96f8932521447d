import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { cancelSimulation, deleteSimulation, runSimulation } from '@/db/commands/simulation/run-simulation';
import { stepSimulation } from '@/db/commands/simulation/step-simulation';
import { db } from '@/db/connection';
import { runSimulations } from '@/db/jobs/run-simulations';
import { getSimulation } from '@/db/queries/simulation/get-simulation';
import { findSimulation, listSimulations } from '@/db/queries/simulation/list-simulations';
import { auditLog, simulationCharges } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentsLike, receivedAt } from '../../support/a-consignment';
import { aDesk, someone } from '../../support/a-desk';
import { drafted, simulated, untilDone } from '../../support/a-simulation';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

const AT = new Date('2026-11-20T09:00:00Z');
const PERIOD = { fromOn: '2026-11-02', toOn: '2026-11-06', at: AT };
const manager = someone('risk_manager', 'NLRTM');
const stranger = someone('risk_manager', 'BELGG');

useDatabase();
beforeAll(async () => {
  const desk = await aDesk();
  for (const day of ['02', '03', '04']) {
    await consignmentsLike(desk, 4, receivedAt(new Date(`2026-11-${day}T08:00:00Z`)));
  }
});

const actionsOf = async (id: string) =>
  (
    await db().select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(asc(auditLog.at), asc(auditLog.id))
  ).map(({ action, actorId }) => [action, actorId]);
/** Steps that end after what came on one day. */
const A_DAY = { ms: 0, page: 4 };
const oneStep = () => stepSimulation(SYSTEM_ACTOR, AT, A_DAY);
const run = (simulationId: string, rowVersion = 1) => runSimulation(manager, { simulationId, rowVersion }, AT);
const looked = async (id: string) => {
  const { state, charged, result } = await getSimulation(manager, id);
  return { state, charged, consignments: result.total.consignments };
};

describe('a simulation', () => {
  it('is saved, run and ended, and each leaves its row in the audit log', async () => {
    const view = await simulated(manager, PERIOD);
    expect(view).toMatchObject({ state: 'done', charged: 12, progress: 1 });
    expect(await actionsOf(view.id)).toEqual([
      ['simulation.create', manager.id],
      ['simulation.run', manager.id],
      ['simulation.end', SYSTEM_ACTOR.id],
    ]);
  });

  it('goes on where a killed worker left it, and looks at nothing twice', async () => {
    const id = await drafted(manager, PERIOD);
    await run(id);
    await oneStep();
    expect(await looked(id)).toMatchObject({ state: 'running', charged: 4 });
    // Two workers at once: the place to go on from keeps them apart.
    await Promise.all([oneStep(), oneStep()]);
    await Promise.all([untilDone(AT), untilDone(AT)]);
    expect(await looked(id)).toEqual({ state: 'done', charged: 12, consignments: 12 });
  });

  it('is not begun by a worker that is asked to stop', async () => {
    const id = await drafted(manager, PERIOD);
    await run(id);
    await runSimulations(AbortSignal.abort());
    expect(await looked(id)).toMatchObject({ state: 'waiting', charged: 0 });
    await runSimulations(new AbortController().signal);
    expect(await looked(id)).toMatchObject({ state: 'done' });
  });

  it('stops when it is cancelled, keeps what it found, and cannot be stopped again', async () => {
    const id = await drafted(manager, PERIOD);
    await run(id);
    await oneStep();
    await cancelSimulation(manager, { simulationId: id }, AT);
    await untilDone(AT);
    expect(await looked(id)).toMatchObject({ state: 'cancelled', charged: 4, consignments: 4 });
    expect(await refusalOf(cancelSimulation(manager, { simulationId: id }, AT))).toEqual(['simulation.over']);
    expect((await actionsOf(id)).at(-1)).toEqual(['simulation.cancel', manager.id]);
  });

  it('cancelled in the midst of a step keeps nothing of that step', async () => {
    const id = await drafted(manager, PERIOD);
    await run(id);
    const step = stepSimulation(SYSTEM_ACTOR, AT, { ms: 60_000, page: 2_000 });
    await cancelSimulation(manager, { simulationId: id }, AT);
    await step;
    const cells = await db().select().from(simulationCharges).where(eq(simulationCharges.simulationId, id));
    const { state, charged } = await looked(id);
    expect(state).toBe('cancelled');
    expect(cells.length > 0).toBe(charged > 0);
  });

  it('is run by one of two who press at once, and by nobody who saw it otherwise', async () => {
    const id = await drafted(manager, PERIOD);
    expect(await refusalOf(run(id, 7))).toEqual(['changed_meanwhile']);
    const both = await Promise.allSettled([run(id), run(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(run(id))).toEqual(['simulation.not_draft']);
    await untilDone(AT);
  });

  it('is taken away as a draft by who made it alone; what was run is kept', async () => {
    const id = await drafted(manager, PERIOD);
    const colleague = someone('supervisor', 'NLRTM');
    expect(await refusalOf(deleteSimulation(colleague, { simulationId: id }, AT))).toEqual(['simulation.not_own']);
    await deleteSimulation(manager, { simulationId: id }, AT);
    await expect(getSimulation(manager, id)).rejects.toThrow(NotFoundError);
    expect((await actionsOf(id)).at(-1)).toEqual(['simulation.delete', manager.id]);
    const { id: done } = await simulated(manager, PERIOD);
    expect(await refusalOf(deleteSimulation(manager, { simulationId: done }, AT))).toEqual(['simulation.not_draft']);
  });

  it('is not found by another office, in the list neither', async () => {
    const id = await drafted(manager, PERIOD);
    for (const act of [
      () => runSimulation(stranger, { simulationId: id, rowVersion: 1 }, AT),
      () => cancelSimulation(stranger, { simulationId: id }, AT),
      () => deleteSimulation(stranger, { simulationId: id }, AT),
      () => getSimulation(stranger, id),
    ]) {
      await expect(act()).rejects.toThrow(NotFoundError);
    }
    expect((await listSimulations(stranger)).rows).toEqual([]);
    expect((await listSimulations(manager)).rows.some((row) => row.id === id)).toBe(true);
  });

  it('tells slots, and their share of the draw, to nobody who does not see capacity, but that there are some', async () => {
    const slots = [{ officeId: 'NLRTM', documents: 3, nii: null, physical: 1 }];
    const share = { slots: { documents: null, nii: null, physical: null }, randomShare: '0.2' };
    const parameters = [
      { kind: 'capacity' as const, key: 'office', value: share },
      { kind: 'lane' as const, key: 'red', value: { fromScore: 60 } },
    ];
    const id = await drafted(manager, { ...PERIOD, changes: { slots, parameters } });
    const analyst = someone('analyst', 'NLRTM');
    const [own, theirs] = [await findSimulation(manager, id), await findSimulation(analyst, id)];
    expect(own).toMatchObject({ hasHidden: false, changes: { slots, parameters } });
    expect(theirs).toMatchObject({
      hasHidden: true,
      changes: { slots: [], parameters: [parameters[1]], profiles: [] },
    });
    expect((await getSimulation(analyst, id)).told.map(({ kind }) => kind)).toEqual(['lane']);
    const lineFor = async (reader: typeof manager) => (await listSimulations(reader)).rows.find((row) => row.id === id);
    expect(await lineFor(manager)).toMatchObject({ parameters: 2, slots: 1, indicators: 0, profiles: 0 });
    expect(await lineFor(analyst)).toMatchObject({ parameters: 1, slots: 0, indicators: 0, profiles: 0 });
    expect(JSON.stringify(await listSimulations(analyst))).not.toContain('changes');
    const plain = await findSimulation(analyst, await drafted(analyst, PERIOD));
    expect(plain).toMatchObject({ hasHidden: false });
  });

  it('is made by risk managers, supervisors and analysts, and by no other role', async () => {
    const allowed = ['risk_manager', 'supervisor', 'analyst'];
    for (const role of ROLES) {
      const made = drafted(someone(role, 'NLRTM'), PERIOD);
      if (allowed.includes(role)) await expect(made).resolves.toBeTruthy();
      else await expect(made).rejects.toThrow(ForbiddenError);
    }
    await expect(stepSimulation(manager)).rejects.toThrow(ForbiddenError);
  });

  it('is read by who reads statistics, and by no other role', async () => {
    const { id } = await simulated(manager, PERIOD);
    for (const role of ROLES) {
      const read = getSimulation(someone(role, 'NLRTM'), id);
      if (['risk_manager', 'supervisor', 'analyst', 'auditor'].includes(role)) await expect(read).resolves.toBeTruthy();
      else await expect(read).rejects.toThrow(ForbiddenError);
    }
  });
});
