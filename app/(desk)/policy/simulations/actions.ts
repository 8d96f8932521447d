'use server';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { createSimulation } from '@/db/commands/simulation/create-simulation';
import { cancelSimulation, deleteSimulation, runSimulation } from '@/db/commands/simulation/run-simulation';
import { CREATE_INPUT, RUN_INPUT, SIMULATION_INPUT } from '@/lib/simulation/changes';

/** Saves a simulation as a draft and shows it. */
export const createSimulationAction = defineAction(
  CREATE_INPUT,
  async (actor, input) => {
    const { simulationId } = await createSimulation(actor, input);
    redirect(routes.simulation(simulationId));
  },
  { attempt: 'simulation.write', subject: () => ({ type: 'simulation', id: 'new' }) },
);

const subject = ({ simulationId }: { simulationId: string }) => ({ type: 'simulation' as const, id: simulationId });

/** Puts a draft into the queue. */
export const runSimulationAction = defineAction(RUN_INPUT, (actor, input) => runSimulation(actor, input), {
  attempt: 'simulation.write',
  subject,
  refresh: true,
});

/** Stops a simulation. */
export const cancelSimulationAction = defineAction(SIMULATION_INPUT, (actor, input) => cancelSimulation(actor, input), {
  attempt: 'simulation.write',
  subject,
  refresh: true,
});

/** Takes a draft away and shows the others. */
export const deleteSimulationAction = defineAction(
  SIMULATION_INPUT,
  async (actor, input) => {
    await deleteSimulation(actor, input);
    redirect(routes.simulations());
  },
  { attempt: 'simulation.write', subject },
);
