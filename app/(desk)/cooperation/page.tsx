import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { CounterpartTable } from '@/components/cooperation/counterpart-table';
import { EnterIdentity, ProposeCounterpart } from '@/components/cooperation/enter-acts';
import { ExchangeTable } from '@/components/cooperation/exchange-table';
import { OwnIdentityFacts } from '@/components/cooperation/own-identity-facts';
import { ReceivePackage } from '@/components/cooperation/receive-package';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { getIdentity } from '@/db/queries/cooperation/get-identity';
import { listCounterparts } from '@/db/queries/cooperation/list-counterparts';
import { listExchanges } from '@/db/queries/cooperation/list-exchanges';
import { can } from '@/lib/identity/permissions';
import { enterIdentityAction, proposeCounterpartAction } from './actions';
import { placeOf, readPlace } from './place';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cooperation'))('title') };
}

type Props = { searchParams: Promise<{ before?: string | string[] }> };

/** Who we are in exchanges, whom with, and every package that went or came. */
export default async function CooperationPage({ searchParams }: Props) {
  const actor = await requireActor('cooperation.read');
  const before = readPlace((await searchParams).before);
  const [t, identity, counterparts, exchanges] = await Promise.all([
    getTranslations('cooperation'),
    getIdentity(actor),
    listCounterparts(actor),
    listExchanges(actor, { before }),
  ]);
  const mayPrepare = can(actor, 'cooperation.prepare');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={mayPrepare ? <ProposeCounterpart action={proposeCounterpartAction} /> : undefined}
      />
      <div className="grid items-start gap-4 2xl:grid-cols-2">
        <Panel
          title={t('identity.title')}
          actions={
            can(actor, 'cooperation.decide') ? (
              <EnterIdentity identity={identity} action={enterIdentityAction} />
            ) : undefined
          }
        >
          <OwnIdentityFacts identity={identity} />
        </Panel>
        <Panel title={t('counterparts.title')} flush={counterparts.length > 0}>
          <CounterpartTable rows={counterparts} hrefOf={routes.counterpart} />
        </Panel>
      </div>
      {mayPrepare ? (
        <Panel title={t('upload.title')} description={t('upload.text')}>
          <ReceivePackage address={routes.exchangeFiles()} addressOf={routes.exchange('')} />
        </Panel>
      ) : null}
      <Panel title={t('packages.title')} flush={exchanges.rows.length > 0}>
        <ExchangeTable
          rows={exchanges.rows}
          hrefOf={routes.exchange}
          next={exchanges.next ? routes.cooperation({ before: placeOf(exchanges.next) }) : null}
          first={before ? routes.cooperation() : null}
        />
      </Panel>
    </>
  );
}
