import 'server-only';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { ofReader } from '@/db/queries/simulation/list-simulations';
import { simulations } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { RUN_INPUT, SIMULATION_INPUT } from '@/lib/simulation/changes';
import { OPEN_STATES } from '@/lib/simulation/states';

const told = (action: 'simulation.run' | 'simulation.cancel' | 'simulation.delete', subjectId: string) =>
  ({ action, subjectType: 'simulation', subjectId, officeId: null }) as const;

/**
 * Puts a draft into the queue of the background work. What was run keeps its result: it is run anew as another simulation.
 * @throws NotFoundError; RefusedError `simulation.not_draft`, `changed_meanwhile`
 */
export async function runSimulation(actor: Actor, input: z.input<typeof RUN_INPUT>, at = new Date()): Promise<void> {
  authorise(actor, 'simulation.write');
  const { simulationId, rowVersion } = parseInput(RUN_INPUT, input);
  await inTransaction(async (tx) => {
    const own = and(eq(simulations.id, simulationId), ofReader(actor));
    const [asked] = await tx
      .update(simulations)
      .set({ state: 'waiting', askedAt: at, rowVersion: sql`${simulations.rowVersion} + 1` })
      .where(and(own, eq(simulations.state, 'draft'), eq(simulations.rowVersion, rowVersion)))
      .returning({ title: simulations.title });
    if (!asked)
      throw await whyNot(tx, own, (state) => (state === 'draft' ? 'changed_meanwhile' : 'simulation.not_draft'));
    await writeAudit(tx, actor, told('simulation.run', simulationId), at);
  });
}

/** Stops a simulation after the step it is in; what it found until then stays. @throws NotFoundError; RefusedError `simulation.over` */
export async function cancelSimulation(
  actor: Actor,
  input: z.input<typeof SIMULATION_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'simulation.write');
  const { simulationId } = parseInput(SIMULATION_INPUT, input);
  await inTransaction(async (tx) => {
    const own = and(eq(simulations.id, simulationId), ofReader(actor));
    const [cancelled] = await tx
      .update(simulations)
      .set({ state: 'cancelled', endedAt: at, rowVersion: sql`${simulations.rowVersion} + 1` })
      .where(and(own, inArray(simulations.state, [...OPEN_STATES])))
      .returning({ looked: simulations.looked });
    if (!cancelled) throw await whyNot(tx, own, () => 'simulation.over');
    const entry = told('simulation.cancel', simulationId);
    await writeAudit(tx, actor, { ...entry, details: { consignments: cancelled.looked } }, at);
  });
}

/**
 * Takes a draft away for good: only who made it, and only what was never run. Results are kept.
 * @throws NotFoundError; RefusedError `simulation.not_own`, `simulation.not_draft`
 */
export async function deleteSimulation(
  actor: Actor,
  input: z.input<typeof SIMULATION_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'simulation.write');
  const { simulationId } = parseInput(SIMULATION_INPUT, input);
  await inTransaction(async (tx) => {
    const own = and(eq(simulations.id, simulationId), ofReader(actor));
    const [gone] = await tx
      .delete(simulations)
      .where(and(own, eq(simulations.state, 'draft'), eq(simulations.createdBy, actor.id)))
      .returning({ id: simulations.id });
    if (!gone)
      throw await whyNot(tx, own, (state) => (state === 'draft' ? 'simulation.not_own' : 'simulation.not_draft'));
    await writeAudit(tx, actor, told('simulation.delete', simulationId), at);
  });
}

async function whyNot(tx: Tx, own: SQL | undefined, codeOf: (state: string) => string): Promise<Error> {
  const [found] = await tx.select({ state: simulations.state }).from(simulations).where(own);
  return found ? refuse(codeOf(found.state)) : new NotFoundError('simulation');
}
