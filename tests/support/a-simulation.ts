import { createSimulation } from '@/db/commands/simulation/create-simulation';
import { runSimulation } from '@/db/commands/simulation/run-simulation';
import { stepSimulation } from '@/db/commands/simulation/step-simulation';
import { getSimulation, type SimulationView } from '@/db/queries/simulation/get-simulation';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { type Changes, NO_CHANGES } from '@/lib/simulation/changes';

type Wish = { readonly fromOn: string; readonly toOn: string; readonly at: Date; readonly changes?: Partial<Changes> };

/** A draft of a simulation. */
export async function drafted(actor: Actor, { fromOn, toOn, at, changes = {} }: Wish): Promise<string> {
  const typed = JSON.stringify({ ...NO_CHANGES, ...changes });
  const { simulationId } = await createSimulation(actor, { title: 'As tested', fromOn, toOn, changes: typed }, at);
  return simulationId;
}

/** Takes everything that waits to its end, one page or office and day a step. */
export async function untilDone(at: Date): Promise<void> {
  while ((await stepSimulation(SYSTEM_ACTOR, at, { ms: 0, page: 4 })) !== 'none');
}

/** A simulation that was run to its end. */
export async function simulated(actor: Actor, wish: Wish): Promise<SimulationView> {
  const simulationId = await drafted(actor, wish);
  await runSimulation(actor, { simulationId, rowVersion: 1 }, wish.at);
  await untilDone(wish.at);
  return getSimulation(actor, simulationId);
}
