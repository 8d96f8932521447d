import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { AddAction, ChangeAction } from '@/components/partnership/action-acts';
import { PlanTable } from '@/components/partnership/plan-table';
import { PrincipleTable, StandardTable } from '@/components/partnership/resolution-map';
import { PageHeader } from '@/components/shell/page-header';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { getResolution, type PlannedAction } from '@/db/queries/partnership/get-resolution';
import { can } from '@/lib/identity/permissions';
import type { ResolutionPlace } from '@/lib/partnership/resolution';
import { addPlannedAction, changePlannedAction } from './actions';
import { LINKS, LINKS_OF } from './places';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnership.resolution'))('title') };
}

/** The resolution and its standards: where they are carried out, how far the administration has come, and what it plans. */
export default async function ResolutionPage() {
  const actor = await requireActor('resolution.read');
  const [t, resolution] = await Promise.all([getTranslations('partnership.resolution'), getResolution(actor)]);
  const { plan, owners, from, to } = resolution;
  const linksOf = (place: ResolutionPlace) =>
    LINKS_OF[place].map((key) => {
      const { href, permission } = LINKS[key];
      return { key, label: t(`link.${key}`), href: can(actor, permission) ? href : null };
    });
  const changeOf = ({ actionId, title, rowVersion, ownerId, dueOn, state, note }: PlannedAction) => (
    <ChangeAction
      {...{ actionId, title, rowVersion, ownerId, dueOn, state, note, owners }}
      action={changePlannedAction}
    />
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<PrintButton label={t('print')} />} />
      <Panel
        title={t('principles')}
        description={t.rich('figuresPeriod', {
          from: () => <DateTime at={from} show="date" />,
          to: () => <DateTime at={to} show="date" />,
        })}
        id="principles"
        flush
      >
        <PrincipleTable of={resolution} linksOf={linksOf} />
      </Panel>
      <Panel
        title={t('plan')}
        id="plan"
        flush={plan.length > 0}
        actions={owners.length > 0 ? <AddAction owners={owners} action={addPlannedAction} /> : undefined}
      >
        <PlanTable plan={plan} actOf={owners.length > 0 ? changeOf : undefined} />
      </Panel>
      <Panel title={t('standards')} description={t('source')} id="standards" flush>
        <StandardTable of={resolution} linksOf={linksOf} />
      </Panel>
    </>
  );
}
