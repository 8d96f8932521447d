import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { SimulationForm } from '@/components/simulation/simulation-form';
import { Panel } from '@/components/ui/panel';
import { getSimulation } from '@/db/queries/simulation/get-simulation';
import { simulationChoices } from '@/db/queries/simulation/simulation-choices';
import { EXAMPLE_LAWS } from '@/lib/charges/examples/all';
import { LAW } from '@/lib/charges/law';
import { addDays } from '@/lib/kernel/dates';
import { NO_CHANGES } from '@/lib/simulation/changes';
import { withFlatDuty } from '@/lib/simulation/with-flat-duty';
import { withoutRelief } from '@/lib/simulation/without-relief';
import { createSimulationAction } from '../actions';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('simulation.form'))('title') };
}

/** Days a new simulation begins with. */
const DAYS = 30;

/** Asks a simulation, with what another one asked where it is started from that. */
export default async function NewSimulationPage({ searchParams }: Props) {
  const actor = await requireActor('simulation.write');
  const { from } = await searchParams;
  const [t, tPage, choices, { offices }, other] = await Promise.all([
    getTranslations('simulation.form'),
    getTranslations('simulation.page'),
    simulationChoices(actor),
    requireSignedIn(),
    typeof from === 'string' ? orNotFound(getSimulation(actor, from)) : null,
  ]);
  const own = LAW.safeParse(choices.parameters.find(({ kind }) => kind === 'charge_law')?.value);
  const flat = own.success ? withFlatDuty(own.data) : null;
  const last = choices.days?.last ?? '';
  const laws = [
    ...(own.success ? [{ id: 'no_relief', name: t('preset.no_relief'), value: withoutRelief(own.data) }] : []),
    ...(flat ? [{ id: 'flat_duty', name: t('preset.flat_duty'), value: flat }] : []),
    ...EXAMPLE_LAWS.filter(({ law }) => law.currency === choices.currency).map(
      ({ id, economy, instrument, validFrom, law }) => ({
        ...{ id, value: law, name: `${economy}, ${validFrom}: ${instrument.title}` },
      }),
    ),
  ];
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: routes.simulations(), label: tPage('back') }} />
      <Panel>
        <SimulationForm
          choices={choices}
          officeNames={Object.fromEntries(offices.map(({ id, name }) => [id, name]))}
          laws={laws}
          initial={
            other
              ? { title: other.title, fromOn: other.fromOn, toOn: other.toOn, changes: other.changes }
              : { title: '', fromOn: last ? addDays(last, 1 - DAYS) : '', toOn: last, changes: NO_CHANGES }
          }
          action={createSimulationAction}
        />
      </Panel>
    </>
  );
}
