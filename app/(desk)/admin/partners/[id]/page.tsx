import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { ChangePartnerDefaultsForm } from '@/components/identity/change-partner-defaults-form';
import { KeyTable } from '@/components/identity/key-table';
import { MakeKey } from '@/components/identity/make-key';
import { Scorecard } from '@/components/quality/scorecard';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { listOffices } from '@/db/queries/identity/list-offices';
import { getPartner } from '@/db/queries/identity/list-partners';
import { getPartnerQuality } from '@/db/queries/quality/get-partner-quality';
import type { Actor } from '@/lib/identity/actor';
import { createSandboxKeyAction, revokeSandboxKeyAction, rotateKeyAction } from '../../../keys/actions';
import { type QualityParams, qualityPeriodOf } from '../../../quality/search-params';
import { StandingDialog } from '../../_components/standing-dialog';
import {
  changePartnerDefaultsAction,
  createKeyAction,
  disablePartnerAction,
  enablePartnerAction,
  revokeKeyAction,
} from '../actions';
import { WebhooksPanel } from './_components/webhooks-panel';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<QualityParams> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getPartner(actor, id)));

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const [actor, { id }] = await Promise.all([requireActor('admin.partners'), params]);
  return { title: (await find(actor, id)).name };
}

/** One partner, its keys, where it is told of changes, and how good its data are. */
export default async function PartnerPage({ params, searchParams }: Props) {
  const actor = await requireActor('admin.partners');
  const { id } = await params;
  const partner = await find(actor, id);
  const [t, tKeys, users, kind, tQuality, quality, offices] = await Promise.all([
    getTranslations('admin.partner'),
    getTranslations('identity.keys'),
    getTranslations('admin.users'),
    getTranslations('admin.kind'),
    getTranslations('quality'),
    getPartnerQuality(actor, partner.id, qualityPeriodOf(await searchParams)),
    listOffices(actor),
  ]);
  const isInUse = partner.disabledAt === null;
  return (
    <>
      <PageHeader
        title={<span translate="no">{partner.name}</span>}
        lead={kind(partner.kind)}
        back={{ href: routes.adminPartners(), label: t('back') }}
        meta={<Badge tone={isInUse ? 'success' : 'danger'}>{isInUse ? users('inUse') : users('disabled')}</Badge>}
        actions={
          <StandingDialog
            kind="partner"
            name={partner.name}
            isInUse={isInUse}
            disable={disablePartnerAction}
            enable={enablePartnerAction}
            fields={{ partnerId: partner.id }}
          />
        }
      />
      <Panel title={t('keys')} description={t('keysLead')}>
        <div className="flex flex-col gap-4">
          <KeyTable
            keys={partner.keys}
            revokeLive={revokeKeyAction}
            revokeSandbox={revokeSandboxKeyAction}
            rotate={rotateKeyAction}
          />
          {isInUse ? (
            <div className="flex flex-wrap items-start gap-3">
              <MakeKey input={{ partnerId: partner.id }} action={createKeyAction} />
              <MakeKey
                input={{ partnerId: partner.id }}
                action={createSandboxKeyAction}
                label={tKeys('makeSandbox')}
                isSecondary
              />
            </div>
          ) : null}
        </div>
      </Panel>
      <Panel title={t('defaults.title')} description={t('defaults.lead')}>
        <ChangePartnerDefaultsForm partner={partner} offices={offices} action={changePartnerDefaultsAction} />
      </Panel>
      <WebhooksPanel actor={actor} partnerId={partner.id} isInUse={isInUse} />
      <section aria-labelledby="quality-title" className="flex flex-col gap-4">
        <h2 id="quality-title">{tQuality('title')}</h2>
        <Scorecard quality={quality} hrefOf={(days) => routes.adminPartner(partner.id, { days })} />
      </section>
    </>
  );
}
