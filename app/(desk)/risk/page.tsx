import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { getPolicyOverview } from '@/db/queries/policy/get-policy-overview';
import { can } from '@/lib/identity/permissions';
import { AheadPanel, ListsPanel } from './_components/lists-panels';
import { RiskTabs } from './_components/risk-tabs';
import { ClocksPanel, IndicatorsPanel, LanesPanel, LimitsPanel } from './_components/rules-panels';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('riskdesk'))('title') };
}

/** What selects consignments today, and where it comes from; what it has found is told on Effectiveness. */
export default async function RiskPage() {
  const actor = await requireActor('policy.read');
  const [t, policy] = await Promise.all([getTranslations('riskdesk'), getPolicyOverview(actor)]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          can(actor, 'screening.read') ? <ButtonLink href={routes.dismissals()}>{t('dismissals')}</ButtonLink> : null
        }
        meta={
          // One sentence: without a box of its own its parts would stand apart.
          <span>
            {t.rich('meta', {
              version: policy.version,
              day: policy.day,
              data: (text) => <span translate="no">{text}</span>,
            })}
          </span>
        }
      />
      {can(actor, 'statistics.read') ? <RiskTabs current="risk" /> : null}
      <IndicatorsPanel policy={policy} seesFound={can(actor, 'statistics.read')} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
        <LanesPanel policy={policy} />
        <ClocksPanel policy={policy} />
      </div>
      <LimitsPanel policy={policy} />
      <ListsPanel policy={policy} />
      <AheadPanel policy={policy} />
    </>
  );
}
