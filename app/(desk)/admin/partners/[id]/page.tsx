import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { MakeKey } from '@/components/identity/make-key';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { getPartner } from '@/db/queries/identity/list-partners';
import { NotFoundError } from '@/lib/kernel/errors';
import { createKeyAction } from '../actions';
import { KeyTable } from './_components/key-table';
import { PartnerStanding } from './_components/partner-standing';

/** One partner and its keys. */
export default async function PartnerPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('admin.partners');
  const { id } = await params;
  const partner = await getPartner(actor, id).catch((error: unknown) => {
    if (error instanceof NotFoundError) notFound();
    throw error;
  });
  const [t, users, kind] = await Promise.all([
    getTranslations('admin.partner'),
    getTranslations('admin.users'),
    getTranslations('admin.kind'),
  ]);
  const isInUse = partner.disabledAt === null;
  return (
    <>
      <PageHeader
        title={<span translate="no">{partner.name}</span>}
        lead={kind(partner.kind)}
        back={{ href: routes.adminPartners(), label: t('back') }}
        meta={<Badge tone={isInUse ? 'success' : 'danger'}>{isInUse ? users('inUse') : users('disabled')}</Badge>}
        actions={<PartnerStanding partner={{ id: partner.id, name: partner.name, isInUse }} />}
      />
      <Panel title={t('keys')} description={t('keysLead')}>
        <div className="flex flex-col gap-4">
          <KeyTable keys={partner.keys} />
          {isInUse ? <MakeKey partnerId={partner.id} action={createKeyAction} /> : null}
        </div>
      </Panel>
    </>
  );
}
