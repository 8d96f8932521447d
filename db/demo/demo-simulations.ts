import { createSimulation } from '@/db/commands/simulation/create-simulation';
import { runSimulation } from '@/db/commands/simulation/run-simulation';
import { stepSimulation } from '@/db/commands/simulation/step-simulation';
import { listSimulations } from '@/db/queries/simulation/list-simulations';
import { simulationChoices } from '@/db/queries/simulation/simulation-choices';
import { LAW } from '@/lib/charges/law';
import type { ExampleId } from '@/lib/codes/example-ids';
import { officeAt } from '@/lib/demo/at-home';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays } from '@/lib/kernel/dates';
import { EXAMPLE_SETS } from '@/lib/policy/examples/sets';
import { type Changes, NO_CHANGES } from '@/lib/simulation/changes';
import { withoutRelief } from '@/lib/simulation/without-relief';
import { demoAuthor } from './demo-profiles';

/** Days the simulations of the demo go back. */
const DAYS = 30;
/** Offices that open half as much in the second one. */
const HALVED = ['NLRTM', 'NLAMS'];

const half = (count: number | null) => (count === null ? null : Math.floor(count / 2));

/** Two questions a demo has answered: what the end of the relief for low value would bring, and what fewer hands would miss. */
export async function simulateForDemo(endAt: Date, example: ExampleId, signal: AbortSignal): Promise<void> {
  const author = demoAuthor(example);
  if ((await listSimulations(author)).rows.length > 0) return;
  const { days, parameters, offices } = await simulationChoices(author, endAt);
  const law = LAW.safeParse(parameters.find(({ kind, key }) => kind === 'charge_law' && key === 'own')?.value);
  if (!days || !law.success) return;
  const halved = HALVED.flatMap((code) => officeAt(example, code) ?? []);
  const names = halved.map(
    (code) => EXAMPLE_SETS[example].offices.find((office) => office.code === code)?.name ?? code,
  );
  const slots = (offices ?? [])
    .filter(({ officeId, slots: own }) => halved.includes(officeId) && own.physical !== null)
    .map(({ officeId, slots: own }) => ({ officeId, ...own, nii: half(own.nii), physical: half(own.physical) }));
  const asked: readonly (readonly [string, Partial<Changes>])[] = [
    [
      'No relief for low value: the tariff from the first cent',
      { parameters: [{ kind: 'charge_law', key: 'own', value: withoutRelief(law.data) }] },
    ],
    ...(slots.length > 0 ? [[`Half the examinations in ${names.join(' and ')}`, { slots }] as const] : []),
  ];
  const from = addDays(days.last, 1 - DAYS);
  for (const [title, changes] of asked) {
    const typed = JSON.stringify({ ...NO_CHANGES, ...changes });
    const period = { fromOn: from > days.first ? from : days.first, toOn: days.last };
    const { simulationId } = await createSimulation(author, { title, ...period, changes: typed }, endAt);
    await runSimulation(author, { simulationId, rowVersion: 1 }, endAt);
  }
  while (!signal.aborted) if ((await stepSimulation(SYSTEM_ACTOR, endAt)) === 'none') return;
}
