import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { LiveRefresh } from '@/components/ui/live-refresh';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { listSimulations } from '@/db/queries/simulation/list-simulations';
import { can } from '@/lib/identity/permissions';
import { OPEN_STATES } from '@/lib/simulation/states';
import { SimulationTable } from './_components/simulation-table';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('simulation'))('title') };
}

/** Every simulation the reader may see, the latest first. */
export default async function SimulationsPage({ searchParams }: Props) {
  const actor = await requireActor('simulation.read');
  const { after } = await searchParams;
  const [t, { rows, next }] = await Promise.all([
    getTranslations('simulation'),
    listSimulations(actor, typeof after === 'string' ? after : null),
  ]);
  const start = can(actor, 'simulation.write') ? (
    <ButtonLink href={routes.newSimulation()} variant="primary">
      {t('new')}
    </ButtonLink>
  ) : undefined;
  const isUnderWay = rows.some(({ state }) => OPEN_STATES.some((open) => open === state));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: routes.policy(), label: t('back') }}
        actions={start}
      />
      {isUnderWay ? <LiveRefresh everyMs={2_000} /> : null}
      <Panel flush>
        {rows.length === 0 ? (
          <State kind="empty" title={t('none')} action={start}>
            {t('noneText')}
          </State>
        ) : (
          <SimulationTable rows={rows} />
        )}
        <Pagination
          previousHref={after ? routes.simulations() : undefined}
          nextHref={next ? routes.simulations({ after: next }) : undefined}
        />
      </Panel>
    </>
  );
}
