import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Assumptions } from '@/components/simulation/assumptions';
import { HeadlineFigures } from '@/components/simulation/headline-figures';
import { ChargesPanel, CutPanel, MonthsPanel, ReleasePanel } from '@/components/simulation/result-panels';
import { SimulationActs } from '@/components/simulation/simulation-acts';
import { CheckPanel, LimitsPanel } from '@/components/simulation/trust-panels';
import { WorkPanel } from '@/components/simulation/work-panel';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { formatInstant, formatPercent } from '@/components/ui/format';
import { LiveRefresh } from '@/components/ui/live-refresh';
import { Panel } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { Progress } from '@/components/ui/progress';
import { getSimulation, type SimulationView } from '@/db/queries/simulation/get-simulation';
import { can } from '@/lib/identity/permissions';
import { PARTS_MAX } from '@/lib/policy/draft';
import { OPEN_STATES } from '@/lib/simulation/states';
import { SimulationBadge } from '../_components/simulation-table';
import { cancelSimulationAction, deleteSimulationAction, runSimulationAction } from '../actions';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor('simulation.read');
  const { title } = await orNotFound(getSimulation(actor, (await params).id));
  return { title };
}

/** One simulation: what was asked, how far it is, and what came of it beside what was. */
export default async function SimulationPage({ params }: Props) {
  const actor = await requireActor('simulation.read');
  const { id } = await params;
  const [t, locale, simulation, { offices }] = await Promise.all([
    getTranslations('simulation.page'),
    getLocale(),
    orNotFound(getSimulation(actor, id)),
    requireSignedIn(),
  ]);
  const { state, title, fromOn, toOn, officeIds, rowVersion, createdBy, charged } = simulation;
  const officeNames = new Map(offices.map(({ id: officeId, name }) => [officeId, name]));
  const mayWrite = can(actor, 'simulation.write');
  const isOpen = OPEN_STATES.some((open) => open === state);
  const hasResult = charged > 0;
  const day = (on: string) => formatInstant(locale, new Date(`${on}T00:00:00Z`), 'date');
  return (
    <>
      <PageHeader
        title={<bdi translate="no">{title}</bdi>}
        meta={<SimulationBadge state={state} />}
        lead={t('lead', { from: day(fromOn), to: day(toOn), offices: officeIds.length })}
        back={{ href: routes.simulations(), label: t('back') }}
        actions={
          <>
            {hasResult ? (
              <>
                <ButtonLink href={routes.simulationExport([id], 'csv')} download>
                  {t('csv')}
                </ButtonLink>
                <ButtonLink href={routes.simulationExport([id], 'json')} download>
                  {t('json')}
                </ButtonLink>
                <PrintButton label={t('print')} />
              </>
            ) : null}
            {mayWrite ? <ButtonLink href={routes.newSimulation(id)}>{t('again')}</ButtonLink> : null}
          </>
        }
      />
      {isOpen ? <LiveRefresh everyMs={1_000} /> : null}
      <Standing simulation={simulation} locale={locale} />
      <SimulationActs
        simulationId={id}
        rowVersion={rowVersion}
        run={mayWrite && state === 'draft' ? runSimulationAction : null}
        cancel={mayWrite && isOpen ? cancelSimulationAction : null}
        remove={mayWrite && state === 'draft' && createdBy === actor.id ? deleteSimulationAction : null}
      />
      {hasResult ? <Result simulation={simulation} officeNames={officeNames} /> : null}
      <Assumptions
        simulation={simulation}
        officeNames={officeNames}
        proposeHref={
          can(actor, 'policy.write') && state === 'done' && simulation.told.length <= PARTS_MAX
            ? routes.policyChangeOf(id)
            : null
        }
      />
      {hasResult ? <CheckPanel simulation={simulation} /> : null}
      <LimitsPanel simulation={simulation} />
    </>
  );
}

type Shown = { simulation: SimulationView; officeNames: ReadonlyMap<string, string> };

function Result({ simulation, officeNames }: Shown) {
  const { origin, chapter, marketplace } = simulation.result.members;
  return (
    <>
      <HeadlineFigures simulation={simulation} />
      <ChargesPanel simulation={simulation} />
      <MonthsPanel simulation={simulation} />
      <WorkPanel simulation={simulation} officeNames={officeNames} />
      <ReleasePanel simulation={simulation} />
      <CutPanel simulation={simulation} by="origin" members={origin} />
      <CutPanel simulation={simulation} by="chapter" members={chapter} />
      <CutPanel simulation={simulation} by="marketplace" members={marketplace} />
    </>
  );
}

/** How far it is, and what stopped it. */
async function Standing({ simulation, locale }: { simulation: SimulationView; locale: string }) {
  const t = await getTranslations('simulation.page');
  const { state, progress, looked, toLook, problem, charged, workMs } = simulation;
  switch (state) {
    case 'draft':
      return <Callout tone="info">{t('draftText')}</Callout>;
    case 'waiting':
      return <Callout tone="info">{t('waitingText')}</Callout>;
    case 'running':
      return (
        <Panel>
          <Progress label={t('progress')} value={progress} max={1} text={formatPercent(locale, progress, 0)} />
        </Panel>
      );
    case 'cancelled':
      return <Callout tone="warning">{t('partly', { looked, all: toLook })}</Callout>;
    case 'failed':
      return (
        <Callout tone="danger">{t(`failed.${problem === 'policy' || problem === 'slow' ? problem : 'fault'}`)}</Callout>
      );
    case 'done':
      return (
        <p className="text-muted text-sm">
          {t('took', { consignments: charged, seconds: Math.max(0.1, workMs / 1_000) })}
        </p>
      );
  }
}
