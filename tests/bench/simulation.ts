import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { createSimulation } from '@/db/commands/simulation/create-simulation';
import { runSimulation } from '@/db/commands/simulation/run-simulation';
import { db } from '@/db/connection';
import { getSimulation } from '@/db/queries/simulation/get-simulation';
import { clearances } from '@/db/schema';
import { EU_FLAT } from '@/lib/charges/examples/eu';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { NO_CHANGES } from '@/lib/simulation/changes';
import { withoutRelief } from '@/lib/simulation/without-relief';
import { someone } from '../support/a-desk';
import type { Figure } from './report';

const LOOK_EVERY_MS = 100;
const MS_MAX = 1_800_000;

/**
 * A simulation as people ask for it: another law over all days that are over, worked out by the worker of the running application. Gives
 * the seconds from the asking to the end, and those for 100,000 consignments.
 */
export async function measureSimulation(label: string): Promise<Figure[]> {
  const offices = await db().selectDistinct({ id: clearances.officeId }).from(clearances).orderBy(sql`1`);
  const manager = { ...someone('risk_manager', ''), officeIds: offices.map(({ id }) => id) };
  const { rows } = await db().execute<{ first: string }>(
    sql`select min(${clearances.receivedOn})::text as first from ${clearances}`,
  );
  const parameters = [{ kind: 'charge_law', key: 'own', value: withoutRelief(EU_FLAT.law) }];
  const { simulationId } = await createSimulation(manager, {
    title: `Measured ${label}`,
    fromOn: rows[0]?.first ?? '',
    toOn: addDays(dayOf(new Date()), -1),
    changes: JSON.stringify({ ...NO_CHANGES, parameters }),
  });
  const started = performance.now();
  await runSimulation(manager, { simulationId, rowVersion: 1 });
  let view = await getSimulation(manager, simulationId);
  while (view.state !== 'done') {
    if (performance.now() - started > MS_MAX || view.state === 'failed') throw new Error(`It ended as ${view.state}.`);
    await sleep(LOOK_EVERY_MS);
    view = await getSimulation(manager, simulationId);
  }
  const seconds = (performance.now() - started) / 1_000;
  return [
    {
      name: `simulation_${label}_s`,
      value: seconds,
      note: `seconds from asking for another law over ${view.charged} consignments to its figures, ${view.workMs / 1_000} s of them work`,
    },
    {
      name: `simulation_${label}_per_100000_s`,
      value: (seconds * 100_000) / Math.max(1, view.charged),
      note: 'seconds for 100,000 consignments, each charged under the law as it was and under the other',
    },
  ];
}
