import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { PageHeader } from '@/components/shell/page-header';
import { getDrift } from '@/db/queries/model/get-drift';
import { getLadder } from '@/db/queries/model/get-ladder';
import { listModels, listTrainings, type ModelView } from '@/db/queries/model/list-models';
import { tryModels } from '@/db/queries/model/try-models';
import { can } from '@/lib/identity/permissions';
import { DriftAlarm, DriftFigure } from './_components/drift-figure';
import { LadderPanel } from './_components/ladder-panel';
import { ModelCardPanels } from './_components/model-card-panels';
import { RunsPanel } from './_components/runs-panel';
import { TrainForm } from './_components/train-form';
import { TrialPanel } from './_components/trial-panel';
import { VersionsPanel } from './_components/versions-panel';

const RUNS_SHOWN = 8;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('model'))('title') };
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The version asked for, else the one that counts: in force, in shadow, the latest. */
function chosen(models: readonly ModelView[], wish: string | string[] | undefined): ModelView | undefined {
  const inState = (state: string) => models.find(({ standing }) => standing.state === state);
  return models.find(({ version }) => String(version) === wish) ?? inState('active') ?? inState('shadow') ?? models[0];
}

/** The learned model: where it stands, how it does, what it learnt, and what may be done with it. */
export default async function ModelPage({ searchParams }: PageProps) {
  const actor = await requireActor('model.read');
  const [t, { version: wish }, models, runs, ladder, trial] = await Promise.all([
    getTranslations('model'),
    searchParams,
    listModels(actor),
    listTrainings(actor, RUNS_SHOWN),
    getLadder(actor),
    tryModels(actor),
  ]);
  const model = chosen(models, wish);
  const inForce = models.find(({ standing }) => standing.state === 'active');
  const [drift, driftInForce] = await Promise.all(
    [model, inForce].map((one) => (one ? getDrift(actor, one.version) : [])),
  );
  const open = runs.find(({ state }) => state === 'queued' || state === 'running');
  const mayTrain = can(actor, 'model.train');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={mayTrain && !open ? <TrainForm /> : null} />
      <LadderPanel ladder={ladder} open={open ?? null} mayTrain={mayTrain} />
      {inForce ? <DriftAlarm weeks={driftInForce ?? []} version={inForce.version} /> : null}
      {trial.versions.length > 0 ? <TrialPanel trial={trial} models={models} /> : null}
      <VersionsPanel models={models} chosen={model?.version ?? null} />
      {model ? <ModelCardPanels model={model} actor={actor} /> : null}
      {model?.standing.shadowAt ? <DriftFigure weeks={drift ?? []} version={model.version} /> : null}
      {runs.length > 0 ? <RunsPanel runs={runs} /> : null}
    </>
  );
}
