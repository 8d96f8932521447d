import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { KeyTable } from '@/components/identity/key-table';
import { MakeKey } from '@/components/identity/make-key';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import { listOwnKeys } from '@/db/queries/identity/list-partners';
import { SANDBOX_BYTES_MAX, SANDBOX_HOURS, SANDBOX_RECORDS_MAX } from '@/lib/sandbox/limits';
import { createSandboxKeyAction, revokeSandboxKeyAction, rotateKeyAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.keys'))('title') };
}

/** The keys of a partner: those it sends with in earnest, and those it tries with. */
export default async function KeysPage() {
  const actor = await requireActor('sandbox.keys');
  if (!actor.partnerId) notFound();
  const [t, keys] = await Promise.all([getTranslations('identity.keys'), listOwnKeys(actor)]);
  const limits = { records: SANDBOX_RECORDS_MAX, mebibytes: SANDBOX_BYTES_MAX / 1_048_576, hours: SANDBOX_HOURS };
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink href={routes.helpApi()}>{t('api')}</ButtonLink>}
      />
      <Panel title={t('sandbox')} description={t('sandboxText', limits)} id="sandbox">
        <MakeKey input={{}} action={createSandboxKeyAction} label={t('makeSandbox')} note={t('newSandboxText')} />
      </Panel>
      <Panel title={t('all')} id="keys" flush>
        <KeyTable
          keys={keys}
          revokeSandbox={revokeSandboxKeyAction}
          rotate={rotateKeyAction}
          emptyText={t('noneText')}
        />
      </Panel>
    </>
  );
}
