import { stepSimulation } from '@/db/commands/simulation/step-simulation';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** Goes on with the simulations that wait, step by step, until none is left or the worker stops. */
export async function runSimulations(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) if ((await stepSimulation(SYSTEM_ACTOR)) === 'none') return;
}
