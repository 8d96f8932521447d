import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { getDataRules } from '@/db/queries/policy/get-data-rules';
import { officesInForce } from '@/db/queries/policy/offices-in-force';
import { can } from '@/lib/identity/permissions';
import { ColumnsPanel } from './_components/columns-panel';
import { ListsPanel } from './_components/lists-panel';
import { MatrixPanel } from './_components/matrix-panel';
import { RulesPanel } from './_components/rules-panel';
import { WeightsPanel } from './_components/weights-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help.data'))('title') };
}

/** What whoever sends data must know: the requirement matrix, the lists, the rules across fields and the score. */
export default async function DataRulesPage() {
  const actor = await requireActor('identity.self');
  const [t, rules, offices] = await Promise.all([
    getTranslations('help.data'),
    getDataRules(actor),
    officesInForce(actor),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { day: rules.day })}
        back={{ href: routes.help(), label: t('back') }}
      />
      <ColumnsPanel mayUpload={can(actor, 'intake.submit') && actor.partnerId !== null} offices={offices} />
      <MatrixPanel rules={rules} />
      <ListsPanel />
      <RulesPanel rules={rules} />
      <WeightsPanel rules={rules} />
    </>
  );
}
