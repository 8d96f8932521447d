import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { CompareTable } from '@/components/simulation/compare-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { State } from '@/components/ui/state';
import { getSimulation } from '@/db/queries/simulation/get-simulation';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('simulation.comparePage'))('title') };
}

const MOST = 4;

/** Two to four simulations side by side. */
export default async function CompareSimulationsPage({ searchParams }: Props) {
  const actor = await requireActor('simulation.read');
  const asked = [(await searchParams).id ?? []].flat();
  const ids = [...new Set(asked)];
  const [t, tPage] = await Promise.all([getTranslations('simulation.comparePage'), getTranslations('simulation.page')]);
  const isFit = ids.length >= 2 && ids.length <= MOST;
  const simulations = isFit ? await Promise.all(ids.map((id) => orNotFound(getSimulation(actor, id)))) : [];
  const periods = new Set(simulations.map(({ fromOn, toOn }) => `${fromOn} ${toOn}`));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: routes.simulations(), label: tPage('back') }}
        actions={
          isFit ? (
            <>
              <ButtonLink href={routes.simulationExport(ids, 'csv')} download>
                {tPage('csv')}
              </ButtonLink>
              <ButtonLink href={routes.simulationExport(ids, 'json')} download>
                {tPage('json')}
              </ButtonLink>
              <PrintButton label={tPage('print')} />
            </>
          ) : null
        }
      />
      {periods.size > 1 ? <Callout tone="warning">{t('periods')}</Callout> : null}
      <Panel flush>
        {isFit ? (
          <CompareTable simulations={simulations} />
        ) : (
          <State
            kind="empty"
            title={t('too')}
            action={<ButtonLink href={routes.simulations()}>{tPage('back')}</ButtonLink>}
          />
        )}
      </Panel>
    </>
  );
}
