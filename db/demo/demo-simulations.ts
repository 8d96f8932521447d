import { createSimulation } from '@/db/commands/simulation/create-simulation';
import { runSimulation } from '@/db/commands/simulation/run-simulation';
import { stepSimulation } from '@/db/commands/simulation/step-simulation';
import { listSimulations } from '@/db/queries/simulation/list-simulations';
import { simulationChoices } from '@/db/queries/simulation/simulation-choices';
import { LAW } from '@/lib/charges/law';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays } from '@/lib/kernel/dates';
import { type Changes, NO_CHANGES } from '@/lib/simulation/changes';
import { withoutRelief } from '@/lib/simulation/without-relief';
import { DEMO_AUTHOR } from './demo-profiles';

/** Days the simulations of the demo go back. */
const DAYS = 30;
/** Offices that open half as much in the second one. */
const HALVED = ['NLRTM', 'NLAMS'];

const half = (count: number | null) => (count === null ? null : Math.floor(count / 2));

/** Two questions a demo has answered: what the end of the relief for low value would bring, and what fewer hands would miss. */
export async function simulateForDemo(endAt: Date, signal: AbortSignal): Promise<void> {
  if ((await listSimulations(DEMO_AUTHOR)).rows.length > 0) return;
  const { days, parameters, offices } = await simulationChoices(DEMO_AUTHOR, endAt);
  const law = LAW.safeParse(parameters.find(({ kind, key }) => kind === 'charge_law' && key === 'own')?.value);
  if (!days || !law.success) return;
  const slots = (offices ?? [])
    .filter(({ officeId, slots: own }) => HALVED.includes(officeId) && own.physical !== null)
    .map(({ officeId, slots: own }) => ({ officeId, ...own, nii: half(own.nii), physical: half(own.physical) }));
  const asked: readonly (readonly [string, Partial<Changes>])[] = [
    [
      'No relief for low value: the tariff from the first cent',
      { parameters: [{ kind: 'charge_law', key: 'own', value: withoutRelief(law.data) }] },
    ],
    ...(slots.length > 0 ? [['Half the examinations in Rotterdam and Amsterdam', { slots }] as const] : []),
  ];
  const from = addDays(days.last, 1 - DAYS);
  for (const [title, changes] of asked) {
    const typed = JSON.stringify({ ...NO_CHANGES, ...changes });
    const period = { fromOn: from > days.first ? from : days.first, toOn: days.last };
    const { simulationId } = await createSimulation(DEMO_AUTHOR, { title, ...period, changes: typed }, endAt);
    await runSimulation(DEMO_AUTHOR, { simulationId, rowVersion: 1 }, endAt);
  }
  while (!signal.aborted) if ((await stepSimulation(SYSTEM_ACTOR, endAt)) === 'none') return;
}
