import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import { env } from '@/db/env';
import { apiDocumentAt } from '@/lib/api/document';
import { can } from '@/lib/identity/permissions';
import { CallPanel } from './_components/call-panel';
import { CallTable, callsOf } from './_components/call-table';
import { SchemaTable } from './_components/schema-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help.api'))('title') };
}

const documentOfNow = () => apiDocumentAt(new Date());

/** The API for people: the same document that programs read, call by call. */
export default async function ApiPage() {
  const actor = await requireActor('identity.self');
  const t = await getTranslations('help.api');
  const document = documentOfNow();
  const calls = callsOf(document);
  const origin = env().publicUrl ?? 'http://localhost:3000';
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: routes.help(), label: t('back') }}
        actions={
          <>
            <ButtonLink href={routes.helpRecord()}>{t('record')}</ButtonLink>
            {can(actor, 'sandbox.keys') && actor.partnerId ? (
              <ButtonLink href={routes.keys()}>{t('keys')}</ButtonLink>
            ) : null}
            <ButtonLink href={routes.openApi()} download icon={<Download className="size-4" aria-hidden="true" />}>
              {t('download')}
            </ButtonLink>
          </>
        }
      />
      <Panel title={t('start')} id="start">
        <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5 text-sm">
          {(['key', 'sandbox', 'kept', 'limits', 'errors', 'again'] as const).map((rule) => (
            <li key={rule}>{t(`rule.${rule}`)}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('calls')} id="calls" flush>
        <CallTable calls={calls} />
      </Panel>
      {calls.map((call) => (
        <CallPanel key={call.operation.operationId} call={call} origin={origin} />
      ))}
      <h2 id="schemas" className="scroll-mt-4 pt-2">
        {t('schemas')}
      </h2>
      {Object.entries(document.components.schemas).map(([name, schema]) => (
        <SchemaTable key={name} name={name} schema={schema} />
      ))}
    </>
  );
}
